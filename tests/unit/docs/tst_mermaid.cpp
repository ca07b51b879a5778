// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/mermaid.h"

#include <QTest>

using namespace callboard;
using namespace callboard::docs;
using namespace Qt::StringLiterals;

// What is expected is what Mermaid's documentation says and shows: https://mermaid.js.org/syntax/flowchart.html and
// https://mermaid.js.org/syntax/sequenceDiagram.html.

namespace {

/// A chart in one line: nodes "id:shape:text@group", edges "a>b/line/heads/length/text".
QString textOf(const Flowchart &chart)
{
    static constexpr const char *shapes[] = {"rect", "round", "stadium", "sub", "cyl", "circle", "double", "flag", "diamond", "hex", "leanr", "leanl", "trap", "invtrap"};
    static constexpr const char *lines[] = {"solid", "thick", "dotted", "invisible"};
    static constexpr const char *heads[] = {"-", ">", "o", "x"};
    QStringList out;
    for (const auto &node : chart.nodes)
        out += node.id + u':' + QLatin1StringView(shapes[int(node.shape)]) + u':' + QString(node.text).replace(u'\n', u'/') + (node.group < 0 ? QString() : u'@' + chart.groups[size_t(node.group)].id);
    static constexpr std::array directions {"down", "up", "right", "left"};
    for (const auto &group : chart.groups)
        out += u'{' + group.id + u':' + group.text + (group.parent < 0 ? QString() : u'@' + chart.groups[size_t(group.parent)].id)
            + (group.direction ? u'/' + QLatin1StringView(directions[int(*group.direction)]) : QString()) + u'}';
    const auto end = [&chart](const Flowchart::End &one) { return one.node >= 0 ? chart.nodes[size_t(one.node)].id : u'{' + chart.groups[size_t(one.group)].id + u'}'; };
    for (const auto &edge : chart.edges)
        out += end(edge.from) + u'>' + end(edge.to) + u'/' + QLatin1StringView(lines[int(edge.line)]) + u'/' + QLatin1StringView(heads[int(edge.start)])
            + QLatin1StringView(heads[int(edge.end)]) + u'/' + QString::number(edge.length) + (edge.text.isEmpty() ? QString() : u'/' + edge.text);
    return out.join(u' ');
}

QString textOf(const SequenceDiagram &sequence)
{
    using Kind = SequenceDiagram::Step::Kind;
    QStringList out;
    for (const auto &participant : sequence.participants)
        out += participant.id + (participant.isActor ? u"!"_s : QString()) + (participant.text == participant.id ? QString() : u'=' + participant.text)
            + (participant.box < 0 ? QString() : u'@' + sequence.boxes[size_t(participant.box)]);
    static constexpr const char *heads[] = {"", ">>", ")", "x"};
    for (const auto &step : sequence.steps) {
        const QString from = step.from < 0 ? QString() : sequence.participants[size_t(step.from)].id;
        const QString to = step.to < 0 ? QString() : sequence.participants[size_t(step.to)].id;
        const QString text = QString(step.text).replace(u'\n', u'/');
        switch (step.kind) {
        case Kind::Message:
            out += (step.number > 0 ? QString::number(step.number) + u'.' : QString()) + from + (step.bothWays ? u"<<"_s : QString()) + (step.dotted ? u"--"_s : u"-"_s)
                + QLatin1StringView(heads[int(step.head)]) + to + u':' + text;
            break;
        case Kind::Note: out += u"note"_s + u"<>-"_s[int(step.side)] + from + u'-' + to + u':' + text; break;
        case Kind::Activate: out += u"+"_s + from; break;
        case Kind::Deactivate: out += u"-"_s + from; break;
        case Kind::Create: out += u"create:"_s + from; break;
        case Kind::Destroy: out += u"destroy:"_s + from; break;
        case Kind::Open: out += step.word + u'(' + text; break;
        case Kind::Part: out += u'|' + text; break;
        case Kind::Close: out += u")"_s; break;
        }
    }
    return out.join(u' ');
}

} // namespace

class MermaidTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void flowchart_data();
    void flowchart();
    void sequence_data();
    void sequence();
    void notDrawn_data();
    void notDrawn();
    void directions();
    void hostileTextEnds_data();
    void hostileTextEnds();
};

void MermaidTest::flowchart_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &body, const QString &expected) { QTest::newRow(name) << QString(u"flowchart LR\n"_s + body) << expected; };
    row("node", u"id"_s, u"id:rect:id"_s);
    row("title of a node", u"id1[This is the text in the box]"_s, u"id1:rect:This is the text in the box"_s);
    row("Unicode", u"id[\"This ❤ Unicode\"]"_s, u"id:rect:This ❤ Unicode"_s);
    row("Markdown", u"markdown[\"`This **is** _Markdown_`\"]"_s, u"markdown:rect:This is Markdown"_s);
    row("shapes", u"a(A)\nb([B])\nc[[C]]\nd[(D)]\ne((E))\nf>F]\ng{G}\nh{{H}}\ni[/I/]\nj[\\J\\]\nk[/K\\]\nl[\\L/]\nm(((M)))"_s,
        u"a:round:A b:stadium:B c:sub:C d:cyl:D e:circle:E f:flag:F g:diamond:G h:hex:H i:leanr:I j:leanl:J k:trap:K l:invtrap:L m:double:M"_s);
    row("shape by name", u"A@{ shape: manual-file, label: \"File Handling\"}\nB@{ shape: cyl }"_s, u"A:rect:File Handling B:cyl:B"_s);
    row("arrow", u"A-->B"_s, u"A:rect:A B:rect:B A>B/solid/->/1"_s);
    row("open link", u"A --- B"_s, u"A:rect:A B:rect:B A>B/solid/--/1"_s);
    row("text on links", u"A-- This is the text! ---B"_s, u"A:rect:A B:rect:B A>B/solid/--/1/This is the text!"_s);
    row("text in bars", u"A---|This is the text|B"_s, u"A:rect:A B:rect:B A>B/solid/--/1/This is the text"_s);
    row("arrow with text", u"A-->|text|B"_s, u"A:rect:A B:rect:B A>B/solid/->/1/text"_s);
    row("text in arrow", u"A-- text -->B"_s, u"A:rect:A B:rect:B A>B/solid/->/1/text"_s);
    row("dotted", u"A-.->B;"_s, u"A:rect:A B:rect:B A>B/dotted/->/1"_s);
    row("dotted with text", u"A-. text .-> B"_s, u"A:rect:A B:rect:B A>B/dotted/->/1/text"_s);
    row("thick", u"A ==> B"_s, u"A:rect:A B:rect:B A>B/thick/->/1"_s);
    row("thick with text", u"A == text ==> B"_s, u"A:rect:A B:rect:B A>B/thick/->/1/text"_s);
    row("invisible", u"A ~~~ B"_s, u"A:rect:A B:rect:B A>B/invisible/--/1"_s);
    row("chain", u"A -- text --> B -- text2 --> C"_s, u"A:rect:A B:rect:B C:rect:C A>B/solid/->/1/text B>C/solid/->/1/text2"_s);
    row("several at once", u"a --> b & c--> d"_s,
        u"a:rect:a b:rect:b c:rect:c d:rect:d a>b/solid/->/1 a>c/solid/->/1 b>d/solid/->/1 c>d/solid/->/1"_s);
    row("all to all", u"A & B--> C & D"_s, u"A:rect:A B:rect:B C:rect:C D:rect:D A>C/solid/->/1 A>D/solid/->/1 B>C/solid/->/1 B>D/solid/->/1"_s);
    row("other heads", u"A --o B\nB --x C"_s, u"A:rect:A B:rect:B C:rect:C A>B/solid/-o/1 B>C/solid/-x/1"_s);
    row("both ways", u"A o--o B\nB <--> C\nC x--x D"_s, u"A:rect:A B:rect:B C:rect:C D:rect:D A>B/solid/oo/1 B>C/solid/>>/1 C>D/solid/xx/1"_s);
    row("name of an edge", u"A e1@--> B"_s, u"A:rect:A B:rect:B A>B/solid/->/1"_s);
    row("lengths", u"A --> B\nB ----> E\nE -..-> F\nF ===> G\nG ---- H"_s,
        u"A:rect:A B:rect:B E:rect:E F:rect:F G:rect:G H:rect:H A>B/solid/->/1 B>E/solid/->/3 E>F/dotted/->/2 F>G/thick/->/2 G>H/solid/--/2"_s);
    row("quotes", u"id1[\"This is the (text) in the box\"]"_s, u"id1:rect:This is the (text) in the box"_s);
    row("entities", u"A[\"A double quote:#quot;\"] --> B[\"A dec char:#9829;\"]"_s, u"A:rect:A double quote:\" B:rect:A dec char:♥ A>B/solid/->/1"_s);
    row("line breaks", u"A[one<br/>two<br>three]"_s, u"A:rect:one/two/three"_s);
    row("comments", u"%% this is a comment A -- text --> B{node}\nA -- text --> B -- text2 --> C"_s,
        u"A:rect:A B:rect:B C:rect:C A>B/solid/->/1/text B>C/solid/->/1/text2"_s);
    row("subgraphs", u"c1-->a2\nsubgraph one\na1-->a2\nend\nsubgraph two\nb1-->b2\nend\nsubgraph three\nc1-->c2\nend"_s,
        u"c1:rect:c1@three a2:rect:a2@one a1:rect:a1@one b1:rect:b1@two b2:rect:b2@two c2:rect:c2@three {one:one} {two:two} {three:three} "
        "c1>a2/solid/->/1 a1>a2/solid/->/1 b1>b2/solid/->/1 c1>c2/solid/->/1"_s);
    row("id of a subgraph", u"subgraph ide1 [one]\na1-->a2\nend"_s, u"a1:rect:a1@ide1 a2:rect:a2@ide1 {ide1:one} a1>a2/solid/->/1"_s);
    row("edges to subgraphs", u"subgraph one\na1-->a2\nend\none --> b"_s, u"a1:rect:a1@one a2:rect:a2@one b:rect:b {one:one} a1>a2/solid/->/1 {one}>b/solid/->/1"_s);
    row("direction in subgraphs", u"subgraph TOP\ndirection TB\nsubgraph B1\ndirection RL\ni1 -->f1\nend\nend"_s,
        u"i1:rect:i1@B1 f1:rect:f1@B1 {TOP:TOP/down} {B1:B1@TOP/left} i1>f1/solid/->/1"_s);
    row("looks", u"A:::someclass --> B\nclassDef someclass fill:#f96;\nstyle A fill:#bbf,stroke:#f66\nlinkStyle 0 stroke:#ff3\nclass B someclass;\nclick A \"https://www.github.com\""_s,
        u"A:rect:A B:rect:B A>B/solid/->/1"_s);
    row("icons", u"B[\"fa:fa-twitter for peace\"]-->C[fa:fa-ban forbidden]"_s, u"B:rect:for peace C:rect:forbidden B>C/solid/->/1"_s);
    row("dashes in names", u"my-service --> other.one"_s, u"my-service:rect:my-service other.one:rect:other.one my-service>other.one/solid/->/1"_s);
    row("API between arrows", u"application(Application) <--API--> kit(Kit)"_s, u"application:round:Application kit:round:Kit application>kit/solid/>>/1/API"_s);
    QTest::newRow("one line") << u"graph TD; A-->B; A-->C"_s << u"A:rect:A B:rect:B C:rect:C A>B/solid/->/1 A>C/solid/->/1"_s;
    QTest::newRow("front matter and settings") << u"---\ntitle: Node\n---\n%%{init: {\n 'theme': 'dark'}}%%\ngraph\n a"_s << u"a:rect:a"_s;
}

void MermaidTest::flowchart()
{
    QFETCH(QString, source);
    const auto read = readMermaid(source);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QTEST(textOf(std::get<Flowchart>(*read)), "expected");
}

void MermaidTest::sequence_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("expected");
    QTest::newRow("example") << u"    Alice->>John: Hello John, how are you?\n    John-->>Alice: Great!\n    Alice-)John: See you later!"_s
                             << u"Alice John Alice->>John:Hello John, how are you? John-->>Alice:Great! Alice-)John:See you later!"_s;
    QTest::newRow("participants") << u"participant Alice\nactor Bob\nBob->>Alice: Hi"_s << u"Alice Bob! Bob->>Alice:Hi"_s;
    QTest::newRow("aliases") << u"participant A as Alice\nparticipant J as John<br/>Smith\nA->>J: Hello"_s << u"A=Alice J=John\nSmith A->>J:Hello"_s;
    QTest::newRow("created and destroyed") << u"Alice->>Bob: Hello\ncreate participant Carl\nAlice->>Carl: Hi\ndestroy Carl\nAlice-xCarl: We are too many"_s
                                           << u"Alice Bob Carl Alice->>Bob:Hello create:Carl Alice->>Carl:Hi destroy:Carl Alice-xCarl:We are too many"_s;
    QTest::newRow("boxes") << u"box Purple Alice & John\nparticipant A\nparticipant J\nend\nbox Another Group\nparticipant B\nend\nA->>B: x"_s
                           << u"A@Alice & John J@Alice & John B@Another Group A->>B:x"_s;
    QTest::newRow("arrows") << u"A->B: a\nA-->B: b\nA->>B: c\nA-->>B: d\nA<<->>B: e\nA<<-->>B: f\nA-xB: g\nA--xB: h\nA-)B: i\nA--)B: j"_s
                            << u"A B A-B:a A--B:b A->>B:c A-->>B:d A<<->>B:e A<<-->>B:f A-xB:g A--xB:h A-)B:i A--)B:j"_s;
    QTest::newRow("activations") << u"Alice->>+John: Hello\nAlice->>+John: hear me?\nJohn-->>-Alice: Hi\nJohn-->>-Alice: Fine!"_s
                                 << u"Alice John Alice->>John:Hello +John Alice->>John:hear me? +John John-->>Alice:Hi -John John-->>Alice:Fine! -John"_s;
    QTest::newRow("activations by word") << u"Alice->>John: x\nactivate John\nJohn-->>Alice: y\ndeactivate John"_s << u"Alice John Alice->>John:x +John John-->>Alice:y -John"_s;
    QTest::newRow("notes") << u"participant John\nNote right of John: Text in note\nNote left of John: b\nnote over John,Ann: A typical<br/>interaction"_s
                           << u"John Ann note>John-John:Text in note note<John-John:b note-John-Ann:A typical/interaction"_s;
    QTest::newRow("loop") << u"Alice->John: Hello\nloop Every minute\nJohn-->Alice: Great!\nend"_s << u"Alice John Alice-John:Hello loop(Every minute John--Alice:Great! )"_s;
    QTest::newRow("alternatives") << u"A->>B: x\nalt is sick\nB->>A: Not so good\nelse is well\nB->>A: Fresh\nend\nopt Extra response\nB->>A: Thanks\nend"_s
                                  << u"A B A->>B:x alt(is sick B->>A:Not so good |is well B->>A:Fresh ) opt(Extra response B->>A:Thanks )"_s;
    QTest::newRow("parallel, nested") << u"par A to B\nA->>B: x\nand A to C\nA->>C: x\npar C to D\nC->>D: y\nend\nend"_s
                                      << u"A B C D par(A to B A->>B:x |A to C A->>C:x par(C to D C->>D:y ) )"_s;
    QTest::newRow("critical") << u"critical Establish a connection\nS-->D: connect\noption Network timeout\nS-->S: Log error\nend\nbreak when it fails\nS-->D: stop\nend"_s
                              << u"S D critical(Establish a connection S--D:connect |Network timeout S--S:Log error ) break(when it fails S--D:stop )"_s;
    QTest::newRow("colours") << u"rect rgb(191, 223, 255)\nA->>B: x\nend"_s << u"A B rect( A->>B:x )"_s;
    QTest::newRow("numbers") << u"autonumber\nA->>B: x\nB->>A: y\nautonumber off\nA->>B: z\nautonumber 10 5\nA->>B: u\nA->>B: v"_s
                             << u"A B 1.A->>B:x 2.B->>A:y A->>B:z 10.A->>B:u 15.A->>B:v"_s;
    QTest::newRow("entities") << u"A->>B: I #9829; you!\nB->>A: I #9829; you #infin; times more!"_s << u"A B A->>B:I ♥ you! B->>A:I ♥ you ∞ times more!"_s;
    QTest::newRow("names of several words") << u"Plugin endpoint-->>Generator: []map{string}interface{}"_s << u"Plugin endpoint Generator Plugin endpoint-->>Generator:[]map{string}interface{}"_s;
    QTest::newRow("comments and looks") << u"%% comment\nA->>B: x\nlink A: Dashboard @ https://x.y\nlinks B: {\"a\": \"b\"}\naccTitle: t"_s << u"A B A->>B:x"_s;
}

void MermaidTest::sequence()
{
    QFETCH(QString, body);
    const auto read = readMermaid(QString(u"sequenceDiagram\n"_s + body));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QTEST(textOf(std::get<SequenceDiagram>(*read)), "expected");
}

void MermaidTest::notDrawn_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<domain::ErrorCode>("code");
    const auto row = [](const char *name, const QString &source, domain::ErrorCode code) { QTest::newRow(name) << source << code; };
    using enum domain::ErrorCode;
    row("another kind", u"stateDiagram-v2\n[*] --> Still"_s, Unsupported);
    row("classes", u"classDiagram\nA <|-- B"_s, Unsupported);
    row("nothing", QString(), Unsupported);
    row("empty", u"flowchart LR"_s, Invalid);
    row("link to nowhere", u"graph TD\nA -->"_s, Invalid);
    row("text without end", u"graph TD\nA -- text B"_s, Invalid);
    row("subgraph without end", u"graph TD\nsubgraph x\nA"_s, Invalid);
    row("end too many", u"graph TD\nA\nend"_s, Invalid);
    row("shape without end", u"graph TD\nA[text --> B"_s, Invalid);
    row("no statement", u"sequenceDiagram\nAlice says hello"_s, Invalid);
    row("loop without end", u"sequenceDiagram\nloop x\nA->>B: y"_s, Invalid);
    row("else outside", u"sequenceDiagram\nA->>B: x\nelse y"_s, Invalid);
    QString many = u"graph TD\n"_s;
    for (int i = 0; i < 300; ++i)
        many += u"n%1\n"_s.arg(i);
    row("300 nodes", many, Invalid);
    row("edges without end", u"graph TD\na & b & c & d & e & f & g & h & i & j & k & l & m & n & o & p & q & r & s & t & u --> "
                             "A & B & C & D & E & F & G & H & I & J & K & L & M & N & O & P & Q & R & S & T & U"_s, Invalid);
    row("too much", u"graph TD\n"_s + u"a-->b\n"_s.repeated(20'000), Invalid);
}

void MermaidTest::notDrawn()
{
    QFETCH(QString, source);
    const auto read = readMermaid(source);
    QVERIFY(!read);
    QTEST(read.error().code, "code");
}

void MermaidTest::directions()
{
    const auto of = [](const QString &head) { return std::get<Flowchart>(readMermaid(QString(head + u"\na"_s)).value()).direction; };
    using enum Flowchart::Direction;
    QCOMPARE(of(u"graph"_s), Down);
    QCOMPARE(of(u"graph TB"_s), Down);
    QCOMPARE(of(u"flowchart TD"_s), Down);
    QCOMPARE(of(u"flowchart BT"_s), Up);
    QCOMPARE(of(u"flowchart-elk LR"_s), Right);
    QCOMPARE(of(u"graph RL;"_s), Left);
}

void MermaidTest::hostileTextEnds_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part : {"a[", "a-->", "a & ", "-- x ", "subgraph x\n", "a((", "\"", "|", "%%{", "#x;", "a@{", "a[\"", "A->>B:", "loop x\n", "-x", "<br/>", "a-. "})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void MermaidTest::hostileTextEnds()
{
    QFETCH(QString, part);
    // It ends, whatever it says; what is read is within bounds.
    for (const QString &head : {u"graph TD\n"_s, u"sequenceDiagram\n"_s}) {
        const auto read = readMermaid(QString(head + part.repeated(60'000 / part.size())));
        if (!read)
            continue;
        if (const auto *chart = std::get_if<Flowchart>(&*read))
            QVERIFY(chart->nodes.size() <= 200 && chart->edges.size() <= 400);
        else
            QVERIFY(std::get<SequenceDiagram>(*read).steps.size() <= 600);
    }
}

QTEST_GUILESS_MAIN(MermaidTest)
#include "tst_mermaid.moc"
