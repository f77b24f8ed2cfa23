// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/text_pictures.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/card/comment_texts.h"
#include "views/card/value_look.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTextBlock>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestCommentTexts : public QObject
{
    Q_OBJECT

    static QString plain(const QString &markdown) { return commentDocument(markdown, QFont(), Qt::blue)->toPlainText(); }
    static QStringList lines(const QString &text)
    {
        QStringList lines;
        for (const QString &line : text.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                lines << line.trimmed();
        }
        return lines;
    }
    /// Texts and targets of all links.
    static QStringList links(const QString &markdown)
    {
        const auto document = commentDocument(markdown, QFont(), Qt::blue);
        QStringList found;
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (format.isAnchor())
                    found << it.fragment().text() + u" -> "_s + format.anchorHref();
                if (format.isImageFormat())
                    found << u"a picture"_s;
            }
        }
        return found;
    }

private slots:
    void markdownIsRead_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("text");
        const QList<std::array<QString, 3>> rows{
            {u"plain"_s, u"Just a word"_s, u"Just a word"_s},
            {u"emphasis"_s, u"*a* **b** _c_ __d__ ***e***"_s, u"a b c d e"_s},
            {u"within words"_s, u"snake_case_name and 2*3*4"_s, u"snake_case_name and 234"_s},
            {u"lines"_s, u"one\ntwo\n\nthree"_s, u"one\ntwo\nthree"_s},
            {u"russian lines"_s, u"Добрый день!\nЖдём счёт."_s, u"Добрый день!\nЖдём счёт."_s},
            {u"heading"_s, u"# Title\ntext"_s, u"Title\ntext"_s},
            {u"underlined heading"_s, u"Title\n=====\ntext"_s, u"Title\ntext"_s},
            {u"list"_s, u"- a\n- b\n  - c"_s, u"a\nb\nc"_s},
            {u"numbers"_s, u"1. a\n2. b"_s, u"a\nb"_s},
            {u"a list after a line"_s, u"To do:\n- a\n- b"_s, u"To do:\na\nb"_s},
            {u"quote"_s, u"> said\n\nanswer"_s, u"said\nanswer"_s},
            {u"code"_s, u"`a*b*c`"_s, u"a*b*c"_s},
            {u"fence"_s, u"```\na\n  b\n```\nafter"_s, u"a\n  b\nafter"_s},
            {u"escapes"_s, u"\\*not\\* \\# so"_s, u"*not* # so"_s},
            {u"entity"_s, u"a &amp; b &copy;"_s, u"a & b ©"_s},
            {u"link"_s, u"[the site](https://example.com)"_s, u"the site"_s},
            {u"reference"_s, u"[the site][1]\n\n[1]: https://example.com"_s, u"the site"_s},
            {u"angle brackets"_s, u"<https://example.com>"_s, u"https://example.com"_s},
            {u"script"_s, u"<script>alert(1)</script>"_s, u"<script>alert(1)</script>"_s},
            {u"html"_s, u"a <b>bold</b> word"_s, u"a <b>bold</b> word"_s},
            {u"hard break"_s, u"a\\\nb"_s, u"a\\\nb"_s},
        };
        for (const auto &[name, markdown, text] : rows)
            QTest::addRow("%s", qPrintable(name)) << markdown << text;
    }
    void markdownIsRead()
    {
        QFETCH(QString, markdown);
        QFETCH(QString, text);
        QCOMPARE(plain(markdown), text);
    }

    /// cmark, the reference, reads it as a person sees it here. Lines stay where they were broken; HTML is text (tested above).
    void theReferenceReadsTheSame_data()
    {
        QTest::addColumn<QString>("markdown");
        const QStringList all{
            u"*a* **b** _c_ __d__ ***e***"_s,
            u"**bold *and* more** of *it **all***"_s,
            u"snake_case_name, 2*3*4, a * b * c, *not closed"_s,
            u"_a_b, **a**b, *a*b*c*, __a__b"_s,
            u"`code *no*`, ``a ` b``, `` ` ``"_s,
            u"[x](https://e.com \"title\"), [not a link], [x] (no), <https://e.com>"_s,
            u"[x][1] and [1]\n\n[1]: https://e.com 'title'"_s,
            u"\\*x\\*, \\# no, \\\\, \\[y\\]"_s,
            u"a &amp; b, &copy;, &#1071;, &nothing;"_s,
            u"# One\n## Two ##\n###### Six\n####### seven\n#none"_s,
            u"Title\n=====\n\nOther\n---\n\ntext"_s,
            u"> q\n> r\n\nout\n\n> > deep"_s,
            u"- a\n- b\n  - c\n    - d\n- e"_s,
            u"1. a\n2. b\n10. c\n\n3) x\n4) y"_s,
            u"* a\n\n  in the item\n\n* b\n\nafter"_s,
            u"+ plus\n+ another\n\n- minus"_s,
            u"```\ncode\n  more\n```\nafter"_s,
            u"~~~ cpp\nint *a; // **no**\n~~~"_s,
            u"a  \nb\nc"_s,
            u"above\n\n***\n\nbelow"_s,
            u"Добрый **день**!\n\n- раз\n- *два*\n\nС уважением,\nАнна"_s,
            u"a\n\n\n\nb"_s,
            u"1986\\. A great year"_s,
            u"call +7 (913) 123-45-67 * urgent *"_s,
        };
        for (const QString &markdown : all)
            QTest::addRow("%s", qPrintable(QString(markdown).replace(u'\n', u'|').left(40))) << markdown;
    }
    void theReferenceReadsTheSame()
    {
        QFETCH(QString, markdown);
        const QString program = QStandardPaths::findExecutable(u"cmark"_s);
        if (program.isEmpty())
            QSKIP("cmark is not installed");
        QProcess cmark;
        cmark.start(program, {u"--hardbreaks"_s});
        cmark.write(markdown.toUtf8());
        cmark.closeWriteChannel();
        QVERIFY(cmark.waitForFinished());
        QTextDocument reference;
        reference.setHtml(QString::fromUtf8(cmark.readAllStandardOutput()));
        QCOMPARE(lines(plain(markdown)), lines(reference.toPlainText()));
    }

    void picturesAreLinksAndNothingIsLoaded()
    {
        QCOMPARE(links(u"![a chart](https://example.com/chart.png) and ![](https://example.com/b.png)"_s),
                 QStringList({u"a chart -> https://example.com/chart.png"_s,
                              u"https://example.com/b.png -> https://example.com/b.png"_s}));
        QCOMPARE(links(u"![passwords](file:///etc/passwd)"_s), QStringList());
        QCOMPARE(plain(u"![passwords](file:///etc/passwd)"_s), u"passwords"_s);
        QCOMPARE(links(u"<img src=file:///etc/passwd>"_s), QStringList());
    }

    void bareAddressesAreLinks()
    {
        QCOMPARE(links(u"See https://example.com/a?b=1, or (http://b.example)."_s),
                 QStringList({u"https://example.com/a?b=1 -> https://example.com/a?b=1"_s,
                              u"http://b.example -> http://b.example"_s}));
        QCOMPARE(links(u"write to anna@example.com!"_s), QStringList(u"anna@example.com -> mailto:anna@example.com"_s));
        QCOMPARE(links(u"[here](https://example.com)"_s), QStringList(u"here -> https://example.com"_s));
    }

    void onlyHarmlessLinksOpen()
    {
        for (const QString &good : {u"https://a.example"_s, u"http://a.example"_s, u"mailto:a@b.example"_s, u"tel:+7916"_s})
            QVERIFY2(isSafeLink(good), qPrintable(good));
        for (const QString &bad : {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"/etc/passwd"_s, u"smb://host/x"_s,
                                   u"data:text/html,x"_s, u""_s})
            QVERIFY2(!isSafeLink(bad), qPrintable(bad));
    }

    void addressesInFieldsOpenTheWebAlone()
    {
        TestOffice office;
        const Field &field = *office.schema().field(office.typeId(u"company"_s), u"website"_s);
        const auto shown = [&](const QString &address) {
            return richValue(office.store(), field, membersValue({{address, {}, {}, {}}}),
                             {.font = QFont(), .palette = QPalette(), .width = 400, .ratio = 1, .isUnfolded = false});
        };
        for (const QString &good : {u"https://a.example"_s, u"a.example/b?c=1"_s, u"HTTP://a.example"_s})
            QVERIFY2(shown(good).contains(u"<a "), qPrintable(good));
        for (const QString &bad : {u"file://evil.example/share/x.exe"_s, u"smb://host/x"_s, u"ms-word://x"_s})
            QVERIFY2(!shown(bad).contains(u"<a "), qPrintable(bad));
    }

    void ofALongCommentAPartIsShown()
    {
        QCOMPARE(shownPart(u"short"_s).text, u"short"_s);
        QCOMPARE(shownPart(u"short"_s).lines, 0);
        const QString lines = QString(u"line\n"_s).repeated(300);
        QCOMPARE(shownPart(lines).text.count(u'\n'), 199);
        QCOMPARE(shownPart(lines).lines, 301);
        const QString fits = QString(u"line\n"_s).repeated(199) + u"last"_s;
        QCOMPARE(shownPart(fits).text, fits);
        QCOMPARE(shownPart(fits).lines, 0);
        QVERIFY(shownPart(QString(1'000'000, u'x')).text.size() <= 20'000);
        QCOMPARE(shownPart(QString(1'000'000, u'x')).lines, 1);
        QCOMPARE(shownPart({}).text, QString());
    }

    void whatIsTooLongForMarksStandsAsItIs()
    {
        QCOMPARE(plain(u"**bold**"_s), u"bold"_s);
        const QString text = QString(u"**bold** [a]\n"_s).repeated(10'000) + u"[a]: "_s + QString(50'000, u'b');
        QCOMPARE(plain(text), text);
    }

    void aPictureThatIsHeldIsShownOrNamed()
    {
        const QString digest(64, u'a');
        const QString text = u"Before %1 after"_s.arg(pictureText(u"Shot [1].png"_s, digest));
        QCOMPARE(plain(text), u"Before [Shot [1].png] after"_s);
        QCOMPARE(plainComment(text, nullptr), u"Before [Shot [1].png] after"_s);
        QCOMPARE(links(text), QStringList());
        const auto shown = commentDocument(text, QFont(), Qt::blue, CommentPictures::Shown);
        QCOMPARE(shown->toPlainText(), u"Before %1 after"_s.arg(QChar(QChar::ObjectReplacementCharacter)));
        // What merely looks so is a picture like any other: none.
        for (const QString &other : {u"![x](content:../secret)"_s, u"![x](content:%1/y)"_s.arg(digest)}) {
            QVERIFY(picturesIn(other).isEmpty());
            QCOMPARE(commentDocument(other, QFont(), Qt::blue, CommentPictures::Shown)->toPlainText(), u"x"_s);
            QCOMPARE(links(other), QStringList());
        }
    }

    void peopleWhoAreNamedStandOutAndLeadNowhere()
    {
        const QString uid(32, u'a');
        const auto accented = [](const QString &markdown) {
            const auto document = commentDocument(markdown, QFont(), Qt::blue);
            QStringList found;
            for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
                for (auto it = block.begin(); !it.atEnd(); ++it) {
                    if (it.fragment().charFormat().foreground().color() == Qt::blue)
                        found << it.fragment().text();
                }
            }
            return found;
        };
        const QString text = u"Ask [@Anna \\[IT\\]](person:%1), **now**"_s.arg(uid);
        QCOMPARE(plain(text), u"Ask @Anna [IT], now"_s);
        QCOMPARE(links(text), QStringList());
        QCOMPARE(accented(text), QStringList(u"@Anna [IT]"_s));
        // What merely looks so is text, whatever it says.
        for (const QString &other : {u"[click here](person:%1)"_s, u"[pay](person:../%1)"_s, u"[run](person:%1?x=1)"_s}) {
            QCOMPARE(links(other.arg(uid)), QStringList());
            QCOMPARE(accented(other.arg(uid)), QStringList());
        }
        QCOMPARE(accented(u"`[@Anna](person:%1)`"_s.arg(uid)), QStringList());
    }
};

KARTOTEKA_UI_TEST(tst_comment_texts, TestCommentTexts)
#include "tst_comment_texts.moc"
