// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_layout.h"

#include "core/base/uid.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// What a view says of a section, of a field.
struct SectionRecord
{
    qint64 id = 0;
    QUuid uid;
    qint64 section = 0;
    QString name;
    std::optional<double> rank;
    bool isHidden = false;
    bool isAway = false;
};

struct FieldRecord
{
    qint64 section = 0;
    double rank = 0;
    Shown shown = Shown::Auto;
    bool isAway = false;
};

struct Overrides
{
    QList<SectionRecord> sections;
    QHash<qint64, FieldRecord> fields;
    QList<PlacedTab> tabs;
};

std::optional<double> number(const Cursor &cursor, int column)
{
    return cursor.isNull(column) ? std::nullopt : std::optional(cursor.value(column).toDouble());
}

/// What a newer program may say is kept, and shows the field as usual.
Shown shownOf(const QString &word)
{
    return word == u"always" ? Shown::Always : word == u"hidden" ? Shown::Hidden : Shown::Auto;
}

Result<void> readSections(Connection &connection, qint64 view, Overrides &overrides)
{
    auto cursor = connection.query(
        u"SELECT id, uid, section, name, rank, hidden, deleted_at FROM card_section WHERE card_view = ? ORDER BY id"_s,
        {view});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        overrides.sections.append({.id = cursor->integer(0),
                                   .uid = uidFromBytes(cursor->bytes(1)),
                                   .section = cursor->integer(2),
                                   .name = cursor->text(3),
                                   .rank = number(*cursor, 4),
                                   .isHidden = cursor->integer(5) != 0,
                                   .isAway = !cursor->isNull(6)});
    }
    return {};
}

Result<void> readFields(Connection &connection, qint64 view, Overrides &overrides)
{
    auto cursor = connection.query(
        u"SELECT field, card_section, rank, shown, deleted_at FROM card_field WHERE card_view = ?"_s, {view});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        overrides.fields.insert(cursor->integer(0),
                                {.section = cursor->integer(1),
                                 .rank = cursor->value(2).toDouble(),
                                 .shown = shownOf(cursor->text(3)),
                                 .isAway = !cursor->isNull(4)});
    }
    return {};
}

Result<void> readTabs(Connection &connection, qint64 view, Overrides &overrides)
{
    auto cursor = connection.query(
        u"SELECT code, rank, hidden, deleted_at FROM card_tab WHERE card_view = ? ORDER BY code"_s, {view});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const bool isAway = !cursor->isNull(3);
        overrides.tabs.append({.code = cursor->text(0),
                               .rank = isAway ? std::nullopt : number(*cursor, 1),
                               .isHidden = !isAway && cursor->integer(2) != 0,
                               .isAway = isAway});
    }
    return {};
}

Result<Overrides> readOverrides(const ReadContext &context, qint64 view)
{
    Overrides overrides;
    if (view == 0)
        return overrides;
    for (const auto read : {readSections, readFields, readTabs}) {
        if (auto done = read(context.connection, view, overrides); !done)
            return done.error();
    }
    return overrides;
}

/// Puts the sections and fields of the type where the view has them.
class LayoutBuilder
{
public:
    /// @p isCopy: what @p overrides hold is of another view, and would become this one's.
    LayoutBuilder(const Schema &schema, CardLayout &layout, const Overrides &overrides, bool isCopy)
        : m_schema(schema), m_layout(layout), m_overrides(overrides), m_isCopy(isCopy)
    {}

    void build()
    {
        m_layout.sections.clear();
        m_layout.offCard.clear();
        m_layout.tabs = m_overrides.tabs;
        if (m_isCopy) {
            m_layout.tabs.removeIf([](const PlacedTab &tab) { return tab.isAway; });
        }
        addSections();
        for (const Field &field : m_schema.fields(m_layout.typeId)) {
            if (field.code != Codes::stage) // its place is the header's
                place(field);
        }
        const auto byRank = [this](const PlacedField &a, const PlacedField &b) { return before(a, b); };
        for (PlacedSection &section : m_layout.sections)
            std::ranges::sort(section.fields, byRank);
        std::ranges::sort(m_layout.offCard, byRank);
        std::ranges::stable_sort(m_layout.sections, {}, &PlacedSection::rank);
    }

private:
    void addSections()
    {
        for (const Section &section : m_schema.sections(m_layout.typeId)) {
            PlacedSection placed;
            placed.uid = placedSectionUid(m_layout.view.uid, section.uid);
            placed.section = section.id;
            placed.name = displayName(section);
            placed.rank = section.position;
            for (const SectionRecord &record : m_overrides.sections) {
                if (record.section == section.id)
                    fill(placed, record);
            }
            m_layout.sections.append(placed);
        }
        for (const SectionRecord &record : m_overrides.sections) {
            if (record.section != 0 || record.isAway)
                continue;
            PlacedSection placed;
            placed.uid = m_isCopy ? placedSectionUid(m_layout.view.uid, record.uid) : record.uid;
            placed.rank = 0;
            fill(placed, record);
            m_layout.sections.append(placed);
        }
    }

    void fill(PlacedSection &placed, const SectionRecord &record)
    {
        m_uidOf.insert(record.id, placed.uid);
        placed.record = m_isCopy ? 0 : record.id;
        placed.isAway = !m_isCopy && record.isAway;
        if (record.isAway)
            return;
        placed.isRenamed = !record.name.isEmpty();
        if (placed.isRenamed)
            placed.name = record.name;
        placed.isMoved = record.rank.has_value();
        placed.rank = record.rank.value_or(placed.rank);
        placed.isHidden = record.isHidden;
    }

    void place(const Field &field)
    {
        const FieldRecord record = m_overrides.fields.value(field.id);
        PlacedField placed;
        placed.field = field.id;
        placed.rank = field.position;
        placed.isAway = !m_isCopy && record.isAway;
        placed.shown = record.isAway ? Shown::Auto : record.shown;
        PlacedSection *section = nullptr;
        if (record.section != 0 && !record.isAway)
            section = find([&](const PlacedSection &one) { return one.uid == m_uidOf.value(record.section); });
        if (section) {
            placed.isMoved = true;
            placed.rank = record.rank;
        } else if (field.section != 0) {
            section = find([&](const PlacedSection &one) { return one.section == field.section; });
        }
        (section ? section->fields : m_layout.offCard).append(placed);
    }

    template<typename Is>
    PlacedSection *find(Is is)
    {
        const auto found = std::ranges::find_if(m_layout.sections, is);
        return found == m_layout.sections.end() ? nullptr : &*found;
    }

    bool before(const PlacedField &a, const PlacedField &b) const
    {
        const auto key = [this](const PlacedField &one) {
            return std::tuple(one.rank, m_schema.field(one.field)->position, one.field);
        };
        return key(a) < key(b);
    }

    const Schema &m_schema;
    CardLayout &m_layout;
    const Overrides &m_overrides;
    bool m_isCopy;
    QHash<qint64, QUuid> m_uidOf; ///< of a section in this view, by the row that says so
};

/// Whose card it is, and of what.
struct Asked
{
    qint64 typeId = 0;
    qint64 pipeline = 0;
    qint64 person = 0;
};

Result<CardLayout> layoutOf(const ReadContext &context, const ViewChoice &choice, const CardView &view, const Asked &asked)
{
    CardLayout layout;
    layout.typeId = asked.typeId;
    layout.pipeline = asked.pipeline;
    layout.person = asked.person;
    layout.view = view;
    layout.isForced = choice.isForced;
    layout.views = choice.views;
    // A person's own begins as what they would see without it.
    const bool isCopy = view.id == 0 && view.kind == CardView::Kind::Mine;
    auto overrides = readOverrides(context, isCopy ? choice.usual : view.id);
    if (!overrides)
        return overrides.error();
    LayoutBuilder(*context.schema, layout, *overrides, isCopy).build();
    return layout;
}

} // namespace

const PlacedSection *CardLayout::section(const QUuid &uid) const
{
    const auto found = std::ranges::find(sections, uid, &PlacedSection::uid);
    return found == sections.end() ? nullptr : &*found;
}

const PlacedSection *CardLayout::sectionOf(qint64 field) const
{
    const auto found = std::ranges::find_if(sections, [field](const PlacedSection &section) {
        return std::ranges::find(section.fields, field, &PlacedField::field) != section.fields.end();
    });
    return found == sections.end() ? nullptr : &*found;
}

const PlacedField *CardLayout::field(qint64 field) const
{
    const PlacedSection *section = sectionOf(field);
    const QList<PlacedField> &among = section ? section->fields : offCard;
    const auto found = std::ranges::find(among, field, &PlacedField::field);
    return found == among.end() ? nullptr : &*found;
}

QStringList CardLayout::tabsOf(const QStringList &codes) const
{
    QList<QPair<double, QString>> ranked;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const auto said = std::ranges::find(tabs, codes[i], &PlacedTab::code);
        if (said == tabs.end() || !said->isHidden)
            ranked.append({said == tabs.end() ? double(i + 1) : said->rank.value_or(double(i + 1)), codes[i]});
    }
    std::ranges::stable_sort(ranked, {}, &QPair<double, QString>::first);
    QStringList ordered;
    for (const auto &[rank, code] : std::as_const(ranked))
        ordered << code;
    return ordered;
}

Result<CardLayout> cardLayout(const ReadContext &context, qint64 typeId, qint64 pipeline, qint64 person)
{
    auto choice = viewChoice(context, typeId, pipeline, person);
    return choice ? layoutOf(context, *choice, choice->applies, {typeId, pipeline, person})
                  : Result<CardLayout>(choice.error());
}

Result<CardLayout> cardLayout(const ReadContext &context, const CardView &view, qint64 typeId, qint64 pipeline,
                              qint64 person)
{
    auto choice = viewChoice(context, typeId, pipeline, person);
    return choice ? layoutOf(context, *choice, view, {typeId, pipeline, person}) : Result<CardLayout>(choice.error());
}

QUuid placedSectionUid(const QUuid &view, const QUuid &section)
{
    return derivedUid(u"card_section", uidText(view) + u'/' + uidText(section));
}

CardLayout plainLayout(const Schema &schema, const CardLayout &layout)
{
    CardLayout plain = layout;
    LayoutBuilder(schema, plain, {}, false).build();
    return plain;
}

} // namespace Kartoteka
