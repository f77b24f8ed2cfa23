// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/value_look.h"

#include "core/base/texts.h"
#include "core/items/attachments.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/colour_field.h"
#include "views/fields/members_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/chip_look.h"
#include "views/widgets/initials.h"
#include "views/widgets/wrapped_text.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QUrl>

namespace Kartoteka {

namespace {

constexpr int linesShown = 4;   ///< of a text
constexpr int membersShown = 3; ///< of phones, addresses, sites
constexpr int circle = 16;

/// A word that is longer than the card is wide must not push what stands beside it away: it may break every so many signs.
QString breakable(const QString &text)
{
    constexpr int longestRun = 24;
    static const QRegularExpression run(u"(\\S{%1})(?=\\S)"_s.arg(longestRun),
                                        QRegularExpression::UseUnicodePropertiesOption);
    QString broken = text;
    return broken.replace(run, u"\\1\u200B"_s);
}

/// What a browser shows. An address may come from a stranger's file: one of a file or a program is text, not a link.
bool isOfTheWeb(const QString &address)
{
    const QString scheme = QUrl(address).scheme();
    return scheme == u"http" || scheme == u"https" || scheme == u"ftp";
}

class ValueWriter
{
public:
    ValueWriter(Store &store, const Field &field, const ValueLook &look)
        : m_field(field), m_look(look), m_schema(store.schema()), m_reader(store.reader()), m_theme(Theme::of(look.palette))
    {}

    QString write(const Value &value) const
    {
        switch (m_field.type) {
        case FieldType::Text:
        case FieldType::Address: return text(plain(value));
        case FieldType::User: return m_field.multiple ? people(value.value<Members>()) : person(value.toLongLong());
        case FieldType::List:
            return m_field.multiple ? choices(value.value<Members>()) : choice(value.toLongLong(), plain(value));
        case FieldType::File: return files(value);
        case FieldType::Link:
            if (!m_field.multiple)
                return link(value.toLongLong(), plain(value));
            break;
        case FieldType::Tags: return chips(value.value<Members>());
        default: break;
        }
        if (const QColor colour(value.toString()); holdsColour(m_field) && colour.isValid())
            return u"<span style='color:%1'>●</span>&nbsp; %2"_s.arg(colour.name(), escaped(plain(value)));
        if (!m_field.multiple && !holdsTexts(m_field.type))
            return escaped(plain(value));
        return members(value.value<Members>());
    }

private:
    QString plain(const Value &value) const
    {
        const TitleSource titles = [this](const ItemRef &ref) { return itemTitle(m_reader, ref); };
        return valueText(*m_schema, m_field, value, titles);
    }

    static QString escaped(const QString &text) { return breakable(text).toHtmlEscaped().replace(u'\n', u"<br>"_s); }

    QString anchor(const QString &href, const QString &text) const
    {
        return u"<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>"_s.arg(
            href.toHtmlEscaped(), m_theme.colour(ColourRole::Accent).name(), breakable(text).toHtmlEscaped());
    }

    QString muted(const QString &text) const
    {
        return u"<span style='color:%1'>%2</span>"_s.arg(m_theme.colour(ColourRole::Muted).name(), text.toHtmlEscaped());
    }

    QString text(const QString &whole) const
    {
        if (m_look.isUnfolded)
            return escaped(whole);
        bool isCut = false;
        const QStringList lines = wrappedLines(m_look.font, whole, qMax(m_look.width, 40), linesShown, &isCut);
        if (!isCut)
            return escaped(whole);
        return escaped(lines.join(u'\n')) + u"<br>"_s + anchor(u"more:"_s, Texts::tr("more"));
    }

    QString person(qint64 id) const
    {
        const User *user = m_schema->user(id);
        if (!user)
            return {};
        const int side = scaled(circle, QFontMetrics(m_look.font));
        return picture(initialsImage(*user, side, m_look.ratio, m_look.font)) + u"&nbsp; "_s + escaped(user->name);
    }

    static QString picture(const QImage &image)
    {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        const QSizeF size = image.deviceIndependentSize();
        return u"<img src='data:image/png;base64,%1' width=%2 height=%3 style='vertical-align:middle'>"_s.arg(
            QString::fromLatin1(png.toBase64()), QString::number(size.width()), QString::number(size.height()));
    }

    QString people(const Members &members) const
    {
        QStringList lines;
        for (const Member &member : members)
            lines << person(member.ref.id);
        return lines.join(u"<br>"_s);
    }

    QString chip(const QString &text, const QColor &ground, const QColor &ink) const
    {
        return u"<span style='background-color:%1;color:%2'>&nbsp;%3&nbsp;</span>"_s.arg(ground.name(), ink.name(),
                                                                                         breakable(text).toHtmlEscaped());
    }

    QString choice(qint64 id, const QString &name) const
    {
        const ListValue *value = m_schema->listValue(id);
        const QColor colour(value ? value->colour : QString());
        return colour.isValid() ? chip(name, m_theme.tint(colour), m_theme.readable(colour)) : escaped(name);
    }

    QString choices(const Members &members) const
    {
        QStringList all;
        for (const Member &member : members)
            all << choice(member.ref.id, plain(toValue(Members{member})));
        return all.join(u", "_s);
    }

    QString chips(const Members &members) const
    {
        QStringList all;
        for (const Member &member : members)
            all << picture(tagImage(member.text, m_look.font, qMax(m_look.width, 40), m_look.ratio, m_theme));
        return all.join(u" "_s); // where a line may end
    }

    QString link(qint64 id, const QString &title) const
    {
        const EntityType *target = m_schema->type(m_field.target);
        if (!target)
            return escaped(title);
        const QString leads = anchor(u"item:%1:%2"_s.arg(target->id).arg(id), title);
        const auto item = readItem(m_reader, {target->id, id, {}});
        const bool isDeleted = item && item->deleted;
        return isDeleted ? u"<s>%1</s> %2"_s.arg(leads, muted(Texts::tr("in the recycle bin"))) : leads;
    }

    QString files(const Value &value) const
    {
        QStringList files;
        for (const qint64 id : filesIn(m_field, value))
            files << anchor(u"attached:%1"_s.arg(id), itemTitle(m_reader, {attachedFile, id, {}}));
        return files.join(u"<br>"_s);
    }

    QString member(const Member &member) const
    {
        const QString one = plain(toValue(Members{member}));
        const QString key = member.key.isEmpty() ? member.text : member.key;
        QString line = escaped(one);
        switch (m_field.type) {
        case FieldType::Phone: line = anchor(u"tel:"_s + key, one); break;
        case FieldType::Email: line = anchor(u"mailto:"_s + member.text, one); break;
        case FieldType::Url:
            if (const QString address = member.text.contains(u"://"_s) ? member.text : u"https://"_s + member.text;
                isOfTheWeb(address))
                line = anchor(address, one);
            break;
        case FieldType::Link: line = link(member.ref.id, one); break;
        default: break;
        }
        return member.label.isEmpty() ? line : line + u' ' + muted(labelText(member.label));
    }

    QString members(const Members &members) const
    {
        const bool stacked = holdsTexts(m_field.type) || m_field.type == FieldType::Link;
        const auto shown = m_look.isUnfolded || !stacked ? members.size() : qMin<qsizetype>(members.size(), membersShown);
        QStringList lines;
        for (const Member &one : members.first(shown))
            lines << member(one);
        if (shown < members.size())
            lines << anchor(u"more:"_s, Texts::tr("%n more", nullptr, int(members.size() - shown)));
        return lines.join(stacked ? u"<br>"_s : u", "_s);
    }

    const Field &m_field;
    const ValueLook &m_look;
    SchemaPtr m_schema;
    ReadContext m_reader;
    const Theme &m_theme;
};

} // namespace

QString richValue(Store &store, const Field &field, const Value &value, const ValueLook &look)
{
    return ValueWriter(store, field, look).write(value);
}

} // namespace Kartoteka
