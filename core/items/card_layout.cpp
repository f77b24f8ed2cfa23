// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_layout.h"

#include "core/base/uid.h"
#include "core/items/card_layout_queries.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Puts the sections and fields of the type where the view has them.
class LayoutBuilder
{
public:
    /// @p isCopy: what @p overrides hold is of another view, and would become this one's.
    LayoutBuilder(const Schema &schema, CardLayout &layout, const CardOverrides &overrides, bool isCopy)
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
        // At one rank they stay as the type has them.
        for (PlacedSection &section : m_layout.sections)
            std::ranges::stable_sort(section.fields, {}, &PlacedField::rank);
        std::ranges::stable_sort(m_layout.offCard, {}, &PlacedField::rank);
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
            for (const CardSectionRecord &record : m_overrides.sections) {
                if (record.section == section.id)
                    fill(placed, record);
            }
            m_layout.sections.append(placed);
        }
        for (const CardSectionRecord &record : m_overrides.sections) {
            if (record.section != 0 || record.isAway)
                continue;
            PlacedSection placed;
            placed.uid = m_isCopy ? placedSectionUid(m_layout.view.uid, record.uid) : record.uid;
            placed.rank = 0;
            fill(placed, record);
            m_layout.sections.append(placed);
        }
    }

    void fill(PlacedSection &placed, const CardSectionRecord &record)
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
        const CardFieldRecord record = m_overrides.fields.value(field.id);
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

    const Schema &m_schema;
    CardLayout &m_layout;
    const CardOverrides &m_overrides;
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
