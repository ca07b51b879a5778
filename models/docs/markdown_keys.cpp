// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/markdown_patterns.h"

namespace callboard::docs::markdown {

using namespace Qt::StringLiterals;

namespace {

// Names of keys as pymdownx.keys knows them, each with what it is called; "=" before a name of another one.
constexpr const char *names =
    "0\t0\n1\t1\n2\t2\n3\t3\n4\t4\n5\t5\n6\t6\n7\t7\n8\t8\n9\t9\na\tA\nalt\tAlt\nalt-graph\tAltGr\narrow-down\tDown\n"
    "arrow-left\tLeft\narrow-right\tRight\narrow-up\tUp\nb\tB\nbackslash\t\\\nbackspace\tBackspace\nbacktab\tBack Tab\n"
    "bar\t|\nbrace-left\t{\nbrace-right\t}\nbracket-left\t[\nbracket-right\t]\nbreak\tBreak\nbrowser-back\tBrowser Back\n"
    "browser-favorites\tBrowser Favorites\nbrowser-forward\tBrowser Forward\nbrowser-home\tBrowser Home\n"
    "browser-refresh\tBrowser Refresh\nbrowser-search\tBrowser Search\nbrowser-stop\tBrowser Stop\nc\tC\n"
    "caps-lock\tCaps Lock\nclear\tClear\ncolon\t:\ncomma\t,\ncommand\tCmd\ncontext-menu\tMenu\ncontrol\tCtrl\ncopy\tCopy\n"
    "d\tD\ndelete\tDel\ndouble-quote\t\"\ne\tE\neject\tEject\nend\tEnd\nenter\tEnter\nequal\t=\nescape\tEsc\nexclam\t!\n"
    "f\tF\nf1\tF1\nf10\tF10\nf11\tF11\nf12\tF12\nf13\tF13\nf14\tF14\nf15\tF15\nf16\tF16\nf17\tF17\nf18\tF18\nf19\tF19\n"
    "f2\tF2\nf20\tF20\nf21\tF21\nf22\tF22\nf23\tF23\nf24\tF24\nf3\tF3\nf4\tF4\nf5\tF5\nf6\tF6\nf7\tF7\nf8\tF8\nf9\tF9\n"
    "fingerprint\tFingerprint\nfunction\tFn\ng\tG\ngrave\t`\ngreater\t>\nh\tH\nhelp\tHelp\nhome\tHome\ni\tI\ninsert\tIns\n"
    "j\tJ\nk\tK\nl\tL\nleft-alt\tLeft Alt\nleft-button\tLeft Button\nleft-command\tLeft Command\nleft-control\tLeft Ctrl\n"
    "left-meta\tLeft Meta\nleft-option\tLeft Option\nleft-shift\tLeft Shift\nleft-super\tLeft Super\n"
    "left-windows\tLeft Win\nless\t<\nm\tM\nmail\tMail\nmedia\tMedia\nmedia-next-track\tNext Track\nmedia-pause\tPause\n"
    "media-play\tPlay\nmedia-play-pause\tPlay/Pause\nmedia-prev-track\tPrevious Track\nmedia-stop\tStop\nmeta\tMeta\n"
    "middle-button\tMiddle Button\nminus\t-\nn\tN\nnum-asterisk\tNum *\nnum-clear\tNum Clear\nnum-delete\tNum Del\n"
    "num-enter\tNum Enter\nnum-equal\tNum =\nnum-lock\tNum Lock\nnum-minus\tNum -\nnum-plus\tNum +\nnum-separator\tNum .\n"
    "num-slash\tNum /\nnum0\tNum 0\nnum1\tNum 1\nnum2\tNum 2\nnum3\tNum 3\nnum4\tNum 4\nnum5\tNum 5\nnum6\tNum 6\n"
    "num7\tNum 7\nnum8\tNum 8\nnum9\tNum 9\no\tO\noption\tOption\np\tP\npage-down\tPage Down\npage-up\tPage Up\nperiod\t.\n"
    "plus\t+\npower\tPower\nprint\tPrint\nprint-screen\tPrint Screen\nq\tQ\nquestion\t?\nr\tR\nreset\tReset\n"
    "right-alt\tRight Alt\nright-button\tRight Button\nright-command\tRight Command\nright-control\tRight Ctrl\n"
    "right-meta\tRight Meta\nright-option\tRight Option\nright-shift\tRight Shift\nright-super\tRight Super\n"
    "right-windows\tRight Win\ns\tS\nscroll-lock\tScroll Lock\nselect\tSelect\nsemicolon\t;\nshift\tShift\n"
    "single-quote\t'\nslash\t/\nsleep\tSleep\nspace\tSpace\nsuper\tSuper\nt\tT\ntab\tTab\ntilde\t~\nu\tU\nunderscore\t_\n"
    "v\tV\nvolume-down\tVolume Down\nvolume-mute\tMute\nvolume-up\tVolume Up\nw\tW\nwindows\tWin\nx\tX\n"
    "x-button1\tX Button 1\nx-button2\tX Button 2\ny\tY\nz\tZ\nzoom\tZoom\nadd\t=num-plus\naltgr\t=alt-graph\n"
    "apps\t=context-menu\nback\t=backspace\nbksp\t=backspace\nbktab\t=backtab\ncancel\t=break\ncapital\t=caps-lock\n"
    "close-brace\t=brace-right\nclose-bracket\t=bracket-right\nclr\t=clear\ncmd\t=command\ncplk\t=caps-lock\n"
    "ctrl\t=control\ndblquote\t=double-quote\ndecimal\t=num-separator\ndel\t=delete\ndivide\t=num-slash\n"
    "down\t=arrow-down\nesc\t=escape\nexclamation\t=exclam\nfavorites\t=browser-favorites\nfn\t=function\n"
    "forward\t=browser-forward\ngrave-accent\t=grave\ngreater-than\t=greater\ngt\t=greater\nhyphen\t=minus\nins\t=insert\n"
    "lalt\t=left-alt\nlaunch-mail\t=mail\nlaunch-media\t=media\nlbutton\t=left-button\nlcmd\t=left-command\n"
    "lcommand\t=left-command\nlcontrol\t=left-control\nlctrl\t=left-control\nleft\t=arrow-left\nleft-cmd\t=left-command\n"
    "left-ctrl\t=left-control\nleft-opt\t=left-option\nleft-win\t=left-windows\nless-than\t=less\nlmeta\t=left-meta\n"
    "lopt\t=left-option\nloption\t=left-option\nlshift\t=left-shift\nlsuper\t=left-super\nlt\t=less\nlwin\t=left-windows\n"
    "lwindows\t=left-windows\nmbutton\t=middle-button\nmenu\t=context-menu\nmultiply\t=num-asterisk\nmute\t=volume-mute\n"
    "next\t=page-down\nnext-track\t=media-next-track\nnum-del\t=num-delete\nnumlk\t=num-lock\nopen-brace\t=brace-left\n"
    "open-bracket\t=bracket-left\nopt\t=option\npage-dn\t=page-down\npage-up\t=page-up\npause\t=media-pause\n"
    "pg-dn\t=page-down\npg-up\t=page-up\npipe\t=bar\nplay\t=media-play\nplay-pause\t=media-play-pause\n"
    "prev-track\t=media-prev-track\nprior\t=page-up\nprtsc\t=print-screen\nquestion-mark\t=question\nralt\t=right-alt\n"
    "rbutton\t=right-button\nrcmd\t=right-command\nrcommand\t=right-command\nrcontrol\t=right-control\n"
    "rctrl\t=right-control\nrefresh\t=browser-refresh\nreturn\t=enter\nright\t=arrow-right\nright-cmd\t=right-command\n"
    "right-ctrl\t=right-control\nright-meta\t=right-meta\nright-opt\t=right-option\nright-win\t=right-windows\n"
    "rmeta\t=right-meta\nropt\t=right-option\nroption\t=right-option\nrshift\t=right-shift\nrsuper\t=right-super\n"
    "rwin\t=right-windows\nrwindows\t=right-windows\nscroll\t=scroll-lock\nsearch\t=browser-search\n"
    "separator\t=num-separator\nspc\t=space\nstop\t=media-stop\nsubtract\t=num-minus\ntabulator\t=tab\nup\t=arrow-up\n"
    "vol-down\t=volume-down\nvol-mute\t=volume-mute\nvol-up\t=volume-up\nwin\t=windows\nxbutton1\t=x-button1\n"
    "xbutton2\t=x-button2\n";

const QHash<QString, QString> &keyNames()
{
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> read;
        for (const QString &line : QString::fromUtf8(names).split(u'\n'))
            read.insert(line.section(u'\t', 0, 0), line.section(u'\t', 1));
        return read;
    }();
    return all;
}

/// `++ctrl+alt+"x"++`
class KeysPattern final : public RegexPattern {
public:
    KeysPattern(Engine &engine, const QJsonObject &config, bool early)
        : RegexPattern(engine,
              early ? uR"((?:(?<!\\)((?:\\{2})+)(?=\+)|(?<!\\)\+{2}((?:(?:[\w\-]+|"(?:\\.|[^"])+"|\'(?:\\.|[^\'])+\')\+)*?(?:[\w\-]+|"(?:\\.|[^"])+"|\'(?:\\.|[^\'])+\'))\+{2}))"_s
                    : uR"(\+{2}([\w\-]+(?:\+[\w\-]+)*?)\+{2})"_s,
              u"+"_s)
        , m_early(early)
        , m_camel(isTrue(config, "camel_case"_L1, false))
        , m_strict(isTrue(config, "strict"_L1, false))
        , m_separator(config.value("separator"_L1).toString(u"+"_s))
        , m_map(config.value("key_map"_L1).toObject())
    {
    }

    Outcome handle(const Candidate &candidate, const QString &) override
    {
        if (m_early && !candidate.groups.value(1).isEmpty())
            return text(candidate.start, candidate.end, QString(candidate.groups[1]).replace("\\\\"_L1, stx + "92"_L1 + etx));
        const QStringList keys = splitKeys(candidate.groups.value(m_early ? 2 : 1));
        const bool quoted = std::ranges::any_of(keys, [](const QString &key) { return isQuoted(key); });
        // Without a quoted one they are found later, behind links, whose addresses may hold "++".
        if (m_early && !quoted)
            return {};
        Element *made = m_engine.tree.make(m_strict ? "kbd"_L1 : "span"_L1);
        made->set(u"class"_s, u"keys"_s);
        for (const QString &key : keys) {
            QString shown = isQuoted(key) ? stripped(htmlUnescaped(key.mid(1, key.size() - 2))).toString() : nameOf(key);
            if (shown.isEmpty())
                return {};
            if (!made->children.empty() && !m_separator.isEmpty())
                m_engine.tree.child(made, "span"_L1)->setText(m_separator, true);
            m_engine.tree.child(made, "kbd"_L1)->setText(shown, true);
        }
        return node(candidate.start, candidate.end, made);
    }

private:
    static bool isQuoted(const QString &key) { return key.startsWith(u'"') || key.startsWith(u'\''); }

    static QStringList splitKeys(const QString &text)
    {
        QStringList keys {QString()};
        QChar quote;
        for (const QChar c : text) {
            if (c == u'+' && quote.isNull()) {
                keys += QString();
                continue;
            }
            if ((c == u'"' || c == u'\'') && (quote.isNull() || quote == c))
                quote = quote.isNull() ? c : QChar();
            keys.back() += c;
        }
        return keys;
    }

    QString nameOf(const QString &key) const
    {
        QString name;
        for (const QChar c : key) {
            if (m_camel && c.isUpper() && !name.isEmpty() && !name.endsWith(u'-'))
                name += u'-';
            name += m_camel ? c.toLower() : c;
        }
        QString known = keyNames().value(name);
        const QString canonical = known.startsWith(u'=') && known.size() > 1 ? known.mid(1) : name;
        known = keyNames().value(canonical);
        return m_map.value(canonical).toString(known);
    }

    bool m_early;
    bool m_camel;
    bool m_strict;
    QString m_separator;
    QJsonObject m_map;
};

} // namespace

void addKeys(Engine &engine, const QJsonObject &config)
{
    engine.escapedChars += u'+';
    engine.inlines.add(u"keys-custom"_s, 185, std::make_unique<KeysPattern>(engine, config, true));
    engine.inlines.add(u"keys"_s, 70, std::make_unique<KeysPattern>(engine, config, false));
}

} // namespace callboard::docs::markdown
