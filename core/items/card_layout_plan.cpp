// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_layout_plan.h"

#include "core/base/uid.h"
#include "core/schema/act_kinds.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QString shownWord(Shown shown)
{
    return shown == Shown::Always ? u"always"_s : shown == Shown::Hidden ? u"hidden"_s : QString();
}

Value numberOrNone(bool is, double number)
{
    return is ? Value(number) : Value();
}

/// Writes what differs between two layouts of a view.
class Difference
{
public:
    Difference(const Schema &schema, const CardLayout &before, const CardLayout &after, qint64 nowMs)
        : m_schema(schema)
        // Where nothing stands everything that differs from the type is to be written.
        , m_before(after.view.id != 0 ? before : plainLayout(schema, after))
        , m_after(after)
        , m_isNew(after.view.id == 0)
        , m_nowMs(nowMs)
        , m_changes(ChangeSet::of(ActKinds::cardView, viewName(after.view)))
    {}

    ChangeSet changes() &&
    {
        for (const PlacedSection &section : m_after.sections)
            writeSection(section);
        for (const PlacedSection &section : std::as_const(m_before.sections)) {
            if (section.record != 0 && section.section == 0 && !m_after.section(section.uid))
                m_changes.update(u"card_section"_s, section.record, {{u"deleted_at"_s, m_nowMs}});
        }
        for (const PlacedSection &section : m_after.sections) {
            for (const PlacedField &field : section.fields)
                writeField(field, &section);
        }
        for (const PlacedField &field : m_after.offCard)
            writeField(field, nullptr);
        for (const PlacedTab &tab : m_after.tabs)
            writeTab(tab);
        for (const PlacedTab &tab : std::as_const(m_before.tabs)) {
            if (std::ranges::find(m_after.tabs, tab.code, &PlacedTab::code) == m_after.tabs.end())
                writeTab({tab.code, {}, false, tab.isAway});
        }
        if (!m_changes.isEmpty() && m_after.view.id == 0)
            createView();
        return std::move(m_changes);
    }

private:
    Value view() const { return m_after.view.id != 0 ? Value(m_after.view.id) : Value::fromValue(m_after.view.uid); }

    /// All values are to be written, not only those that differ.
    template<typename Placed>
    bool isWhole(const Placed &was) const
    {
        return m_isNew || was.isAway;
    }

    /// It stands before what refers to it.
    void createView()
    {
        ChangeSet whole = ChangeSet::of(ActKinds::cardView, m_changes.subject);
        QList<FieldValue> values{{u"entity_type"_s, m_after.typeId}};
        if (m_after.view.kind == CardView::Kind::Mine)
            values.append({u"person"_s, m_after.person});
        whole.create(u"card_view"_s, values, m_after.view.uid);
        whole.changes += m_changes.changes;
        m_changes = whole;
    }

    void writeSection(const PlacedSection &section)
    {
        const PlacedSection *known = m_before.section(section.uid);
        const PlacedSection was = known ? *known : PlacedSection();
        QList<FieldValue> values;
        const auto add = [&](const QString &column, bool differs, const Value &value) {
            if (differs || isWhole(was))
                values.append({column, value});
        };
        const bool isNew = !known;
        const bool isRenamed = section.isRenamed != was.isRenamed || (section.isRenamed && section.name != was.name);
        const bool isMoved = section.isMoved != was.isMoved || (section.isMoved && section.rank != was.rank);
        if (!isNew && !isRenamed && !isMoved && section.isHidden == was.isHidden)
            return;
        add(u"name"_s, isRenamed, section.isRenamed ? Value(section.name) : Value());
        add(u"rank"_s, isMoved, numberOrNone(section.isMoved, section.rank));
        add(u"hidden"_s, section.isHidden != was.isHidden,
            section.isHidden || was.isHidden ? Value(section.isHidden) : Value());
        if (section.section == 0 && was.record != 0)
            m_changes.update(u"card_section"_s, was.record, values);
        else
            createSection(section, values);
    }

    void createSection(const PlacedSection &section, const QList<FieldValue> &values)
    {
        QList<FieldValue> all{{u"card_view"_s, view()}};
        if (section.section != 0)
            all.append({u"section"_s, section.section});
        m_changes.create(u"card_section"_s, all + values, section.uid);
        m_made.insert(section.uid);
    }

    /// A section of the type has a record in the view once something refers to it.
    Value reference(const PlacedSection &section)
    {
        const PlacedSection *known = m_before.section(section.uid);
        const bool stands = known && known->record != 0 && !known->isAway;
        if (!stands && !m_made.contains(section.uid)) {
            createSection(section,
                          known && isWhole(*known) ? QList<FieldValue>{{u"name"_s, {}}, {u"rank"_s, {}}, {u"hidden"_s, {}}}
                                                   : QList<FieldValue>());
        }
        return stands ? Value(known->record) : Value::fromValue(section.uid);
    }

    void writeField(const PlacedField &field, const PlacedSection *section)
    {
        const PlacedField *known = m_before.field(field.field);
        const PlacedField was = known ? *known : PlacedField();
        const PlacedSection *stood = m_before.sectionOf(field.field);
        const bool isElsewhere = (stood ? stood->uid : QUuid()) != (section ? section->uid : QUuid());
        const bool isMoved = field.isMoved != was.isMoved || (field.isMoved && (isElsewhere || field.rank != was.rank));
        const bool isShown = field.shown != was.shown;
        const Field *defined = m_schema.field(field.field);
        if ((!isMoved && !isShown) || !defined)
            return;
        QList<FieldValue> values{{u"card_view"_s, view()}, {u"field"_s, field.field}};
        const bool isPlaced = field.isMoved && section;
        if (isMoved || isWhole(was)) {
            values.append({u"card_section"_s, isPlaced ? reference(*section) : Value()});
            values.append({u"rank"_s, numberOrNone(isPlaced, field.rank)});
        }
        if (isShown || isWhole(was))
            values.append({u"shown"_s, textValue(shownWord(field.shown))});
        m_changes.create(u"card_field"_s, values, keyUid(u"card_field", uidText(defined->uid)));
    }

    void writeTab(const PlacedTab &tab)
    {
        const auto known = std::ranges::find(m_before.tabs, tab.code, &PlacedTab::code);
        const PlacedTab was = known == m_before.tabs.end() ? PlacedTab{tab.code, {}, false, false} : *known;
        if (tab.rank == was.rank && tab.isHidden == was.isHidden)
            return;
        QList<FieldValue> values{{u"card_view"_s, view()}, {u"code"_s, tab.code}};
        if (tab.rank != was.rank || isWhole(was))
            values.append({u"rank"_s, tab.rank ? Value(*tab.rank) : Value()});
        if (tab.isHidden != was.isHidden || isWhole(was))
            values.append({u"hidden"_s, tab.isHidden || was.isHidden ? Value(tab.isHidden) : Value()});
        m_changes.create(u"card_tab"_s, values, keyUid(u"card_tab", tab.code));
    }

    QUuid keyUid(QStringView kind, const QString &key) const
    {
        return derivedUid(kind, uidText(m_after.view.uid) + u'/' + key);
    }

    const Schema &m_schema;
    CardLayout m_before;
    const CardLayout &m_after;
    bool m_isNew; ///< what stood there before it was taken back must not come with it
    qint64 m_nowMs;
    ChangeSet m_changes;
    QSet<QUuid> m_made;
};

} // namespace

ChangeSet planLayout(const Schema &schema, const CardLayout &before, const CardLayout &after, qint64 nowMs)
{
    return Difference(schema, before, after, nowMs).changes();
}

ChangeSet planResetLayout(const Schema &schema, const CardLayout &layout, qint64 nowMs)
{
    if (layout.view.id == 0)
        return ChangeSet::of(ActKinds::cardView, viewName(layout.view));
    ChangeSet changes = planLayout(schema, layout, plainLayout(schema, layout), nowMs);
    if (layout.view.kind == CardView::Kind::Mine)
        changes.update(u"card_view"_s, layout.view.id, {{u"deleted_at"_s, nowMs}});
    return changes;
}

} // namespace Kartoteka
