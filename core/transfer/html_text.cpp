// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/html_text.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestEntity = 10;

/// The sign that is written "&name;"; empty where it is none.
QString entity(QStringView name)
{
    static const QHash<QString, QString> signs{
        {u"amp"_s, u"&"_s},        {u"lt"_s, u"<"_s},         {u"gt"_s, u">"_s},          {u"quot"_s, u"\""_s},
        {u"apos"_s, u"'"_s},       {u"nbsp"_s, u" "_s},       {u"laquo"_s, u"«"_s},       {u"raquo"_s, u"»"_s},
        {u"ndash"_s, u"\u2013"_s}, {u"mdash"_s, u"\u2014"_s}, {u"hellip"_s, u"\u2026"_s}, {u"bull"_s, u"\u2022"_s},
        {u"lsquo"_s, u"\u2018"_s}, {u"rsquo"_s, u"\u2019"_s}, {u"ldquo"_s, u"\u201c"_s},  {u"rdquo"_s, u"\u201d"_s},
        {u"euro"_s, u"\u20ac"_s},  {u"copy"_s, u"\u00a9"_s},  {u"reg"_s, u"\u00ae"_s},    {u"deg"_s, u"\u00b0"_s}};
    if (!name.startsWith(u'#'))
        return signs.value(name.toString());
    const bool isHex = name.mid(1).startsWith(u'x', Qt::CaseInsensitive);
    bool isNumber = false;
    const uint code = name.mid(isHex ? 2 : 1).toUInt(&isNumber, isHex ? 16 : 10);
    const bool isLetter = isNumber && code >= 0x20 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    const char32_t letter = code;
    return !isLetter ? QString() : code == 0xa0 ? u" "_s : QString::fromUcs4(&letter, 1);
}

/// Takes a text apart, from its beginning to its end, once.
class HtmlReading
{
public:
    explicit HtmlReading(const QString &html) : m_html(html) {}

    QString read()
    {
        while (m_at < m_html.size()) {
            const QChar sign = m_html[m_at];
            if (sign == u'<' && beginsMark())
                takeMark();
            else if (sign == u'&')
                takeEntity();
            else
                m_line += m_html[m_at++];
        }
        endLine();
        return m_lines.join(u'\n').trimmed();
    }

private:
    /// "3 < 5" begins none.
    bool beginsMark() const
    {
        const QChar next = m_at + 1 < m_html.size() ? m_html[m_at + 1] : QChar();
        return next.isLetter() || next == u'/' || next == u'!' || next == u'?';
    }
    void takeMark()
    {
        static const QSet<QString> breaks{u"br"_s,  u"p"_s,  u"div"_s, u"li"_s, u"ul"_s, u"ol"_s,        u"tr"_s,
                                          u"h1"_s,  u"h2"_s, u"h3"_s,  u"h4"_s, u"h5"_s, u"h6"_s,        u"hr"_s,
                                          u"pre"_s, u"dt"_s, u"dd"_s,  u"td"_s, u"th"_s, u"blockquote"_s};
        const bool isComment = QStringView(m_html).mid(m_at).startsWith(u"<!--");
        const QString end = isComment ? u"-->"_s : u">"_s;
        const qsizetype close = m_html.indexOf(end, m_at);
        const qsizetype from = m_at + 1;
        m_at = close < 0 ? m_html.size() : close + end.size();
        if (isComment)
            return;
        const bool isEnd = m_html[from] == u'/';
        qsizetype behind = from + (isEnd ? 1 : 0);
        const qsizetype first = behind;
        while (behind < m_html.size() && m_html[behind].isLetterOrNumber())
            ++behind;
        const QString name = m_html.mid(first, behind - first).toLower();
        if (!isEnd && (name == u"style" || name == u"script" || name == u"head" || name == u"title")) {
            const qsizetype over = m_html.indexOf(u"</"_s + name, m_at, Qt::CaseInsensitive);
            m_at = over < 0 ? m_html.size() : over;
        } else if (name == u"td" || name == u"th") {
            m_line += u' ';
        } else if (breaks.contains(name)) {
            endLine(name == u"br");
        }
    }
    void takeEntity()
    {
        const QStringView ahead = QStringView(m_html).mid(m_at + 1, longestEntity);
        const qsizetype end = ahead.indexOf(u';');
        const QString sign = end > 0 ? entity(ahead.first(end)) : QString();
        m_line += sign.isEmpty() ? u"&"_s : sign;
        m_at += sign.isEmpty() ? 1 : end + 2;
    }
    /// @p evenEmpty: a break that was asked for, and not where a paragraph ends; at most one in a row.
    void endLine(bool evenEmpty = false)
    {
        const QString line = m_line.simplified();
        m_line.clear();
        const bool isGap = line.isEmpty() && evenEmpty && !m_lines.isEmpty() && !m_lines.constLast().isEmpty();
        if (!line.isEmpty() || isGap)
            m_lines << line;
    }

    const QString &m_html;
    qsizetype m_at = 0;
    QString m_line;
    QStringList m_lines;
};

} // namespace

QString htmlText(const QString &html)
{
    return HtmlReading(html).read();
}

} // namespace Kartoteka
