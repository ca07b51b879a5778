// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/codecolours.h"

#include "ui/kit/theme.h"

#include <QPlainTextEdit>

#include <KSyntaxHighlighting/Theme>

#include <QHash>
#include <QTextBlock>
#include <QTextDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

/// Names that writers of fences use and the library does not know, neither as a name nor as the end of a file's name.
QString knownName(const QString &language)
{
    static const QHash<QString, QString> names {
        { u"shell"_s, u"Bash"_s }, { u"console"_s, u"Bash"_s }, { u"shell-session"_s, u"Bash"_s }, { u"shellscript"_s, u"Bash"_s },
        { u"golang"_s, u"Go"_s }, { u"docker"_s, u"Dockerfile"_s }, { u"python3"_s, u"Python"_s }, { u"py3"_s, u"Python"_s },
        { u"jsonc"_s, u"JSON"_s }, { u"json5"_s, u"JSON"_s }, { u"csharp"_s, u"C#"_s }, { u"objc"_s, u"Objective-C"_s },
        { u"make"_s, u"Makefile"_s }, { u"hcl"_s, u"Terraform"_s }, { u"node"_s, u"JavaScript"_s }, { u"mjs"_s, u"JavaScript"_s },
        { u"dotenv"_s, u"INI Files"_s }, { u"properties"_s, u"INI Files"_s }, { u"conf"_s, u"INI Files"_s },
        { u"pwsh"_s, u"PowerShell"_s }, { u"patch"_s, u"Diff"_s }, { u"plantuml"_s, u"PlantUML"_s }, { u"puml"_s, u"PlantUML"_s },
    };
    return names.value(language.toLower(), language);
}

} // namespace

KSyntaxHighlighting::Repository &codeRepository()
{
    static KSyntaxHighlighting::Repository repository;
    return repository;
}

QColor codeColour(const KSyntaxHighlighting::Format &format, const Colours &c)
{
    using Style = KSyntaxHighlighting::Theme;
    // YAML and JSON call their keys so, under styles that mean other things elsewhere. (YAML's plain values are
    // `Attribute`: they stay plain.)
    if (format.name().startsWith("Key"_L1) && format.textStyle() != Style::Keyword)
        return c.syntax.key;
    switch (format.textStyle()) {
    case Style::Keyword:
    case Style::ControlFlow:
    case Style::Preprocessor:
    case Style::Import: return c.syntax.keyword;
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString:
    case Style::Char:
    case Style::SpecialChar: return c.syntax.string;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant: return c.syntax.number;
    case Style::Comment:
    case Style::Documentation:
    case Style::CommentVar:
    case Style::Annotation: return c.syntax.comment;
    case Style::DataType:
    case Style::BuiltIn:
    case Style::Extension: return c.syntax.type;
    case Style::Function: return c.syntax.function;
    case Style::Variable: return c.syntax.key;
    case Style::Error:
    case Style::Alert: return c.failed.text;
    case Style::Warning: return c.warning.text;
    default: return c.text;
    }
}

KSyntaxHighlighting::Definition codeDefinition(const QString &language)
{
    if (language.isEmpty())
        return {};
    const QString name = knownName(language);
    auto definition = codeRepository().definitionForName(name);
    if (!definition.isValid())
        definition = codeRepository().definitionForFileName(u"x."_s + name);
    return definition;
}

void applyCodeLook(QPlainTextEdit &edit)
{
    const Theme &theme = Theme::of(&edit);
    edit.setFont(theme.font(TextRole::Mono));
    QPalette palette = edit.palette();
    palette.setColor(QPalette::Base, theme.colours().code);
    palette.setColor(QPalette::Text, theme.colours().text);
    palette.setColor(QPalette::Highlight, theme.colours().textMark);
    palette.setColor(QPalette::HighlightedText, theme.colours().text);
    edit.setPalette(palette);
}

qreal linesHeight(const QTextBlock &block, const QRectF &blockRect)
{
    const bool last = !block.next().isValid();
    return qMax(0.0, blockRect.height() - (last ? block.document()->documentMargin() : 0.0));
}

CodeColourer::CodeColourer(const KSyntaxHighlighting::Definition &definition, const Colours &colours)
    : m_colours(colours)
{
    setDefinition(definition);
    setTheme(codeRepository().defaultTheme());
}

std::vector<CodeSpan> CodeColourer::next(const QString &line)
{
    m_spans.clear();
    m_state = highlightLine(line, m_state);
    return std::exchange(m_spans, {});
}

void CodeColourer::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    if (const QColor colour = codeColour(format, m_colours); length > 0 && colour != m_colours.text)
        m_spans.push_back({ offset, length, colour });
}

} // namespace callboard::ui
