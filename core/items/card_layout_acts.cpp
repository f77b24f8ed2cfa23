// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_layout_acts.h"

#include "core/base/texts.h"
#include "core/base/uid.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSections = 500;

Error gone()
{
    return {ErrorCode::NotFound, Texts::tr("The section or field is not on this card any more."), {}, {}};
}

PlacedSection *find(CardLayout &layout, const QUuid &uid)
{
    const auto found = std::ranges::find(layout.sections, uid, &PlacedSection::uid);
    return found == layout.sections.end() ? nullptr : &*found;
}

PlacedField *findField(CardLayout &layout, qint64 id)
{
    for (PlacedSection &section : layout.sections) {
        const auto found = std::ranges::find(section.fields, id, &PlacedField::field);
        if (found != section.fields.end())
            return &*found;
    }
    const auto found = std::ranges::find(layout.offCard, id, &PlacedField::field);
    return found == layout.offCard.end() ? nullptr : &*found;
}

std::optional<PlacedField> takeField(CardLayout &layout, qint64 id)
{
    const auto takenFrom = [id](QList<PlacedField> &fields) -> std::optional<PlacedField> {
        const auto found = std::ranges::find(fields, id, &PlacedField::field);
        return found == fields.end() ? std::nullopt : std::optional(fields.takeAt(found - fields.begin()));
    };
    for (PlacedSection &section : layout.sections) {
        if (auto field = takenFrom(section.fields))
            return field;
    }
    return takenFrom(layout.offCard);
}

/// Gives what stands at @p from and the next @p count places of @p ordered ranks between its neighbours. Where there is no
/// number between those any more, all get new ones.
template<typename Placed>
void rankAt(QList<Placed> &ordered, qsizetype from, qsizetype count)
{
    const qsizetype behind = from + count;
    const bool isFirst = from == 0;
    const bool isLast = behind == ordered.size();
    double low = isFirst ? 0 : ordered[from - 1].rank;
    double high = isLast ? 0 : ordered[behind].rank;
    if (isFirst)
        low = isLast ? 0 : high - double(count) - 1;
    if (isLast)
        high = low + double(count) + 1;
    const double step = (high - low) / double(count + 1);
    bool fits = true;
    for (qsizetype i = 0; i < count; ++i) {
        Placed &placed = ordered[from + i];
        placed.rank = low + step * double(i + 1);
        placed.isMoved = true;
        fits = fits && placed.rank > (i == 0 ? low : ordered[from + i - 1].rank) && placed.rank < high;
    }
    for (qsizetype i = 0; !fits && i < ordered.size(); ++i) {
        ordered[i].rank = double(i + 1);
        ordered[i].isMoved = true;
    }
}

} // namespace

Result<CardLayout> withFieldsAt(CardLayout layout, const QList<qint64> &fields, const QUuid &section, qint64 before)
{
    QList<PlacedField> moved;
    for (const qint64 id : fields) {
        auto field = takeField(layout, id);
        if (!field)
            return gone();
        if (field->shown == Shown::Hidden)
            field->shown = Shown::Auto;
        moved << *field;
    }
    PlacedSection *into = find(layout, section);
    if (!into)
        return gone();
    const auto next = std::ranges::find(into->fields, before, &PlacedField::field);
    if (before != 0 && next == into->fields.end())
        return gone();
    const qsizetype at = next - into->fields.begin();
    for (qsizetype i = 0; i < moved.size(); ++i)
        into->fields.insert(at + i, moved[i]);
    rankAt(into->fields, at, moved.size());
    return layout;
}

Result<CardLayout> withShown(CardLayout layout, const QList<qint64> &fields, Shown shown)
{
    for (const qint64 id : fields) {
        PlacedField *field = findField(layout, id);
        if (!field)
            return gone();
        field->shown = shown;
    }
    return layout;
}

Result<CardLayout> withSectionAt(CardLayout layout, const QUuid &section, const QUuid &before)
{
    const auto moved = std::ranges::find(layout.sections, section, &PlacedSection::uid);
    if (moved == layout.sections.end())
        return gone();
    const PlacedSection taken = layout.sections.takeAt(moved - layout.sections.begin());
    const auto next = std::ranges::find(layout.sections, before, &PlacedSection::uid);
    if (!before.isNull() && next == layout.sections.end())
        return gone();
    const qsizetype at = next - layout.sections.begin();
    layout.sections.insert(at, taken);
    rankAt(layout.sections, at, 1);
    return layout;
}

Result<CardLayout> withNewSection(CardLayout layout, const QString &name, const QUuid &before, QUuid *uid)
{
    auto checked = checkedViewName(name);
    if (!checked)
        return checked.error();
    if (layout.sections.size() >= mostSections)
        return Error::refused(
            Texts::tr("The card has %n section(s); it cannot have more.", nullptr, int(layout.sections.size())));
    PlacedSection section;
    section.uid = placedSectionUid(layout.view.uid, makeUid()); // what is derived can be written twice
    section.name = *checked;
    section.isRenamed = true;
    if (uid)
        *uid = section.uid;
    const QUuid made = section.uid;
    layout.sections.append(section);
    return withSectionAt(std::move(layout), made, before);
}

Result<CardLayout> withSectionNamed(CardLayout layout, const QUuid &uid, const QString &name)
{
    auto checked = checkedViewName(name);
    PlacedSection *section = find(layout, uid);
    if (!checked || !section)
        return checked ? gone() : checked.error();
    section->isRenamed = section->isRenamed || *checked != section->name;
    section->name = *checked;
    return layout;
}

Result<CardLayout> withSectionHidden(const Schema &schema, CardLayout layout, const QUuid &uid, bool hidden)
{
    PlacedSection *section = find(layout, uid);
    if (!section)
        return gone();
    if (section->section != 0 || !hidden) {
        section->isHidden = hidden;
        return layout;
    }
    const QList<PlacedField> fields = section->fields;
    layout.sections.removeIf([&](const PlacedSection &one) { return one.uid == uid; });
    for (PlacedField field : fields) {
        const Field *defined = schema.field(field.field);
        field.isMoved = false;
        field.rank = defined ? defined->position : 0;
        const auto home = std::ranges::find_if(layout.sections, [&](const PlacedSection &one) {
            return defined && defined->section != 0 && one.section == defined->section;
        });
        QList<PlacedField> &among = home == layout.sections.end() ? layout.offCard : home->fields;
        const auto next = std::ranges::upper_bound(among, field.rank, {}, &PlacedField::rank);
        among.insert(next - among.begin(), field);
    }
    return layout;
}

CardLayout withTabs(CardLayout layout, const QStringList &order, const QStringList &shown)
{
    for (qsizetype i = 0; i < order.size(); ++i) {
        auto tab = std::ranges::find(layout.tabs, order[i], &PlacedTab::code);
        if (tab == layout.tabs.end())
            tab = layout.tabs.insert(layout.tabs.end(), PlacedTab{order[i], {}, false, false});
        tab->rank = double(i + 1);
        tab->isHidden = !shown.contains(order[i]);
    }
    return layout;
}

} // namespace Kartoteka
