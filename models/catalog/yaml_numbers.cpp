// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml_numbers.h"

#include "models/catalog/yaml_text.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace callboard::catalog::yaml {

using namespace Qt::StringLiterals;

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool isSign(char c)
{
    return c == '-' || c == '+';
}

std::string_view withoutSign(std::string_view text)
{
    return !text.empty() && isSign(text.front()) ? text.substr(1) : text;
}

bool isNegative(std::string_view text)
{
    return !text.empty() && text.front() == '-';
}

/// How many of the first characters are digits; `_` counts as one when `withGaps`.
size_t digitsIn(std::string_view text, bool withGaps = false)
{
    size_t count = 0;
    while (count < text.size() && (isDigit(uchar(text[count])) || (withGaps && text[count] == '_')))
        ++count;
    return count;
}

std::string withoutGaps(std::string_view text)
{
    std::string result(text);
    std::erase(result, '_');
    return result;
}

/// Too large and too small numbers have no value in from_chars(); here they are infinite, or 0.
double outOfRange(std::string_view text)
{
    size_t digitsBeforePoint = 0;
    size_t zerosBehindPoint = 0;
    bool isBehind = false;
    bool isSignificant = false;
    for (const char c : text) {
        if (c == 'e' || c == 'E')
            break;
        if (c == '.')
            isBehind = true;
        else if (c != '0')
            isSignificant = true;
        if (c == '.')
            continue;
        if (isSignificant)
            digitsBeforePoint += !isBehind;
        else
            zerosBehindPoint += isBehind;
    }
    const size_t e = text.find_first_of("eE");
    long exponent = 0;
    if (e != std::string_view::npos) {
        const std::string_view digits = withoutSign(text.substr(e + 1));
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (read.ec != std::errc())
            exponent = std::numeric_limits<int>::max();
        if (text[e + 1] == '-')
            exponent = -exponent;
    }
    return long(digitsBeforePoint) - long(zerosBehindPoint) + exponent > 0 ? infinity : 0;
}

/// The value of decimal digits, as exactly as a double can hold it.
double decimal(std::string_view text)
{
    const bool negative = isNegative(text);
    text = withoutSign(text);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec == std::errc::result_out_of_range)
        value = outOfRange(text);
    else if (read.ec != std::errc())
        value = nan;
    return negative ? -value : value;
}

/// Digits of a base that is a power of two, rounded to even.
double binary(std::string_view digits, unsigned bitsPerDigit)
{
    if (digits.empty())
        return nan;
    quint64 mantissa = 0;
    int exponent = 0;
    bool isInexact = false;
    for (const char c : digits) {
        const unsigned digit = isDigit(uchar(c)) ? unsigned(c - '0') : unsigned((c | 0x20) - 'a' + 10);
        if (mantissa >> 59) {
            exponent += int(bitsPerDigit);
            isInexact = isInexact || digit;
        } else {
            mantissa = mantissa << bitsPerDigit | digit;
        }
    }
    return std::ldexp(double(mantissa | (isInexact ? 1 : 0)), exponent);
}

bool isAll(std::string_view text, std::string_view allowed)
{
    return text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::string_view hexDigits = "0123456789abcdefABCDEF_";

std::optional<double> readSpecialFloat(std::string_view text)
{
    if (text == ".nan" || text == ".NaN" || text == ".NAN")
        return nan;
    const std::string_view word = withoutSign(text);
    if (word == ".inf" || word == ".Inf" || word == ".INF")
        return isNegative(text) ? -infinity : infinity;
    return {};
}

/// `e` or `E`, a sign or none, and digits up to the end.
bool isExponent(std::string_view text)
{
    if (text.empty() || (text.front() | 0x20) != 'e')
        return false;
    const std::string_view digits = withoutSign(text.substr(1));
    return !digits.empty() && digitsIn(digits) == digits.size();
}

qint64 daysFromCivil(qint64 year, qint64 month, qint64 day)
{
    year -= month <= 2;
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const qint64 yearOfEra = year - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

QString padded(qint64 number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// Reads a text piece by piece.
struct Scanner {
    std::string_view rest;

    std::optional<int> number(size_t least, size_t most)
    {
        const size_t count = std::min(digitsIn(rest), most);
        if (count < least)
            return {};
        int value = 0;
        for (size_t i = 0; i < count; ++i)
            value = value * 10 + (rest[i] - '0');
        rest.remove_prefix(count);
        return value;
    }
    bool skip(char c)
    {
        if (rest.empty() || rest.front() != c)
            return false;
        rest.remove_prefix(1);
        return true;
    }
    bool skipBlanks()
    {
        const size_t count = std::min(rest.find_first_not_of(" \t"), rest.size());
        rest.remove_prefix(count);
        return count > 0;
    }
};

/// `Z`, `+5`, `-03:30`, in minutes.
std::optional<double> readZone(Scanner &scanner)
{
    if (scanner.rest.empty() || scanner.skip('Z'))
        return 0;
    const std::string_view zone = scanner.rest;
    if (!isSign(zone.front()))
        return {};
    scanner.rest.remove_prefix(1);
    const size_t digits = digitsIn(scanner.rest);
    if (digits == 0 || digits > 2 || (digits == 2 && scanner.rest.front() > '2'))
        return {};
    double minutes = *scanner.number(1, 2);
    if (scanner.skip(':')) {
        const auto part = scanner.number(2, 2);
        if (!part)
            return {};
        minutes = minutes * 60 + *part;
    }
    if (minutes < 30)
        minutes *= 60;
    return isNegative(zone) ? -minutes : minutes;
}

/// The part behind the date, in milliseconds.
std::optional<double> readTime(Scanner &scanner)
{
    if (!scanner.skip('t') && !scanner.skip('T') && !scanner.skipBlanks())
        return {};
    const auto hour = scanner.number(1, 2);
    if (!hour || !scanner.skip(':'))
        return {};
    const auto minute = scanner.number(1, 2);
    if (!minute || !scanner.skip(':'))
        return {};
    const auto second = scanner.number(1, 2);
    if (!second)
        return {};
    int milliseconds = 0;
    if (scanner.skip('.')) {
        const size_t count = digitsIn(scanner.rest);
        if (count == 0)
            return {};
        const std::string digits = std::string(scanner.rest.substr(0, count)) + "00";
        milliseconds = int(decimal(std::string_view(digits).substr(0, 3)));
        scanner.rest.remove_prefix(count);
    }
    if (scanner.skipBlanks() && scanner.rest.empty())
        return {};
    const auto zone = readZone(scanner);
    if (!zone || !scanner.rest.empty())
        return {};
    return ((*hour * 60.0 + *minute - *zone) * 60.0 + *second) * 1000.0 + milliseconds;
}

} // namespace

std::optional<double> readInteger(std::string_view text)
{
    const bool hasPrefix = text.size() > 2 && text[0] == '0';
    if (hasPrefix && text[1] == 'o' && isAll(text.substr(2), "01234567"))
        return binary(text.substr(2), 3);
    if (hasPrefix && text[1] == 'x' && isAll(text.substr(2), hexDigits.substr(0, 22)))
        return binary(text.substr(2), 4);
    const std::string_view digits = withoutSign(text);
    if (digits.empty() || digitsIn(digits) != digits.size())
        return {};
    return decimal(text);
}

std::optional<double> readFloat(std::string_view text)
{
    if (const auto special = readSpecialFloat(text))
        return special;
    std::string_view rest = withoutSign(text);
    const size_t whole = digitsIn(rest);
    rest.remove_prefix(whole);
    size_t fraction = 0;
    const bool hasPoint = !rest.empty() && rest.front() == '.';
    if (hasPoint) {
        rest.remove_prefix(1);
        fraction = digitsIn(rest);
        rest.remove_prefix(fraction);
    }
    if (whole == 0 && fraction == 0)
        return {};
    const bool isComplete = rest.empty() ? hasPoint : isExponent(rest);
    if (!isComplete)
        return {};
    return decimal(text);
}

std::optional<double> readInteger11(std::string_view text)
{
    const std::string_view digits = withoutSign(text);
    if (digits.empty() || !isDigit(uchar(digits.front())))
        return {};
    double value = nan;
    if (digits.size() > 2 && digits.starts_with("0b") && isAll(digits.substr(2), "01_"))
        value = binary(withoutGaps(digits.substr(2)), 1);
    else if (digits.size() > 1 && digits.front() == '0' && isAll(digits.substr(1), "01234567_"))
        value = binary(withoutGaps(digits.substr(1)), 3);
    else if (digitsIn(digits, true) == digits.size())
        value = decimal(withoutGaps(digits));
    else if (digits.size() > 2 && digits.starts_with("0x") && isAll(digits.substr(2), hexDigits))
        value = binary(withoutGaps(digits.substr(2)), 4);
    else
        return {};
    return isNegative(text) ? -value : value;
}

std::optional<double> readFloat11(std::string_view text)
{
    if (const auto special = readSpecialFloat(text))
        return special;
    std::string_view rest = withoutSign(text);
    if (!rest.empty() && isDigit(uchar(rest.front())))
        rest.remove_prefix(digitsIn(rest, true));
    const bool hasPoint = !rest.empty() && rest.front() == '.';
    if (hasPoint) {
        rest.remove_prefix(1);
        rest.remove_prefix(digitsIn(rest, true));
    }
    if (rest.empty() ? !hasPoint : !isExponent(rest))
        return {};
    // parseFloat() wants a digit before the exponent and reads as far as it understands.
    const std::string plain = withoutGaps(text);
    const size_t exponent = std::min(plain.find_first_of("eE"), plain.size());
    if (plain.find_first_of("0123456789") >= exponent)
        return nan;
    return decimal(plain);
}

std::optional<double> readSexagesimal(std::string_view text)
{
    std::string_view rest = withoutSign(text);
    if (rest.empty() || !isDigit(uchar(rest.front())))
        return {};
    const size_t first = digitsIn(rest, true);
    double value = decimal(withoutGaps(rest.substr(0, first)));
    rest.remove_prefix(first);
    if (rest.empty() || rest.front() != ':')
        return {};
    while (!rest.empty() && rest.front() == ':') {
        rest.remove_prefix(1);
        const size_t count = digitsIn(rest);
        if (count == 0 || count > 2 || (count == 2 && rest.front() > '5'))
            return {};
        std::string part(rest.substr(0, count));
        rest.remove_prefix(count);
        if (!rest.empty() && rest.front() == '.') {
            const size_t fraction = digitsIn(rest.substr(1), true) + 1;
            part += withoutGaps(rest.substr(0, fraction));
            rest.remove_prefix(fraction);
            if (!rest.empty())
                return {};
        }
        value = value * 60 + decimal(part);
    }
    if (!rest.empty())
        return {};
    return isNegative(text) ? -value : value;
}

std::optional<double> readTimestamp(std::string_view text)
{
    Scanner scanner{text};
    const auto year = digitsIn(text) == 4 ? scanner.number(4, 4) : std::nullopt;
    if (!year || !scanner.skip('-'))
        return {};
    const auto month = scanner.number(1, 2);
    if (!month || !scanner.skip('-'))
        return {};
    const auto day = scanner.number(1, 2);
    if (!day)
        return {};
    std::optional<double> time = 0;
    if (!scanner.rest.empty())
        time = readTime(scanner);
    if (!time)
        return {};
    const int fullYear = *year < 100 ? *year + 1900 : *year; // as Date.UTC() has it
    const int months = *month - 1 + 12; // so that month 0 is the December before
    const qint64 days = daysFromCivil(fullYear - 1 + months / 12, months % 12 + 1, 1) + *day - 1;
    return double(days) * 86400000.0 + *time;
}

QString timestampToString(double milliseconds)
{
    const double days = std::floor(milliseconds / 86400000.0);
    const qint64 time = qint64(milliseconds - days * 86400000.0);
    const qint64 shifted = qint64(days) + 719468;
    const qint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const qint64 dayOfEra = shifted - era * 146097;
    const qint64 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const qint64 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const qint64 monthFromMarch = (5 * dayOfYear + 2) / 153;
    const qint64 month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
    const qint64 year = yearOfEra + era * 400 + (month <= 2);
    const QString yearText = year <= 9999 ? padded(year, 4) : QString(u'+' + padded(year, 6));
    return yearText + u'-' + padded(month, 2) + u'-' + padded(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, 2) + u'T'
        + padded(time / 3600000, 2) + u':' + padded(time / 60000 % 60, 2) + u':' + padded(time / 1000 % 60, 2) + u'.'
        + padded(time % 1000, 3) + u'Z';
}

QString numberToString(double number)
{
    if (std::isnan(number))
        return u"NaN"_s;
    if (std::isinf(number))
        return number < 0 ? u"-Infinity"_s : u"Infinity"_s;
    if (number == 0)
        return u"0"_s;
    char buffer[40];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, std::abs(number), std::chars_format::scientific);
    const std::string_view text(buffer, size_t(written.ptr - buffer));
    const size_t e = text.find('e');
    std::string digits(text.substr(0, e));
    std::erase(digits, '.');
    int exponent = 0;
    const size_t digitsOfExponent = e + 1 + (text[e + 1] == '+' ? 1 : 0);
    std::from_chars(text.data() + digitsOfExponent, text.data() + text.size(), exponent);
    const int point = exponent + 1; // ECMA-262, Number::toString
    const int count = int(digits.size());
    std::string result;
    if (point > 0 && point <= 21) {
        result = digits + std::string(size_t(std::max(0, point - count)), '0');
        if (point < count)
            result.insert(result.begin() + point, '.');
    } else if (point > -6 && point <= 0) {
        result = "0." + std::string(size_t(-point), '0') + digits;
    } else {
        result = digits.substr(0, 1);
        if (count > 1)
            result += "." + digits.substr(1);
        result += (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
    }
    if (number < 0)
        result.insert(result.begin(), '-');
    return QString::fromLatin1(result);
}

} // namespace callboard::catalog::yaml
