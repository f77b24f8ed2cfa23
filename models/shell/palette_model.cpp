// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/palette_model.h"

#include "core/activities/kinds.h"
#include "core/query/quick_match.h"
#include "core/schema/builtin_names.h"
#include "core/schema/number_patterns.h"
#include "models/base/moment_text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace Kartoteka {

namespace {
constexpr int mostItems = 12;
constexpr int mostActivities = 5;
constexpr qsizetype mostActs = 8;
constexpr int otherLanguageLess = 10;
} // namespace

PaletteModel::PaletteModel(Store *store, QList<PaletteAct> acts, const QList<ItemRef> &recent, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_acts(std::move(acts))
{
    if (store) {
        // A few by their ids, before the first letter: they may be missing, the rest answers all the same.
        if (auto known = describeItems(store->reader(), recent))
            m_recent = *known;
    }
    fill();
}

PaletteModel::~PaletteModel()
{
    m_search.cancel();
}

void PaletteModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    // What was found for fewer letters stays as far as it still answers, until the answer comes.
    const QuickMatch match(text);
    m_found.removeIf([&match](const FoundItem &item) { return match.score(item.title) == 0; });
    m_activities.removeIf([&match](const DayEntry &one) { return match.score(one.activity.title) == 0; });
    findItems();
    fill();
}

void PaletteModel::findItems()
{
    m_search.cancel();
    m_search = CancelToken();
    m_problem.clear();
    m_isSearching = m_store && !m_text.trimmed().isEmpty();
    if (!m_isSearching) {
        m_found.clear();
        m_activities.clear();
        return;
    }
    using Found = std::pair<QList<FoundItem>, QList<DayEntry>>;
    m_store
        ->read<Found>(m_search,
                      [text = m_text, person = m_store->user()](ReadContext &context) -> Result<Found> {
                          auto items = findAnywhere(context, text, mostItems);
                          if (!items)
                              return items.error();
                          auto activities = findActivities(context, person, text, mostActivities);
                          return activities ? Result<Found>(Found{*items, *activities}) : Result<Found>(activities.error());
                      })
        .then(this, [this, token = m_search](const Result<Found> &found) {
            if (token.isCancelled())
                return;
            m_isSearching = false;
            m_problem = found ? QString() : found.error().message;
            m_found = found ? found->first : QList<FoundItem>();
            m_activities = found ? found->second : QList<DayEntry>();
            fill();
        });
}

void PaletteModel::fill()
{
    beginResetModel();
    m_rows.clear();
    if (m_text.trimmed().isEmpty())
        fillAll();
    else
        fillFound();
    endResetModel();
    emit filled();
}

void PaletteModel::fillAll()
{
    addItems(m_recent, tr("Recently opened"));
    QList<int> all(m_acts.size());
    std::iota(all.begin(), all.end(), 0);
    std::stable_partition(all.begin(), all.end(), [this](int act) { return m_acts[act].isSection; });
    addActs(all);
}

/// How well the letters name an act, in the language that it is shown in or in the other one.
int PaletteModel::scoreOf(const PaletteAct &act, const QuickMatch &match)
{
    const auto scoreAs = [&match](const QString &name, const QString &where) {
        // "file new" names "New file" in the menu File as well; what the menu adds counts less.
        const int own = match.score(name);
        const int withMenu = own > 0 ? 0 : match.score(where + u' ' + name);
        return own > 0 ? own : withMenu >= QuickMatch::good ? withMenu / 2 : 0;
    };
    int best = scoreAs(act.name, act.where);
    for (const QString &other : act.otherNames)
        best = qMax(best, scoreAs(other, act.otherWhere) - otherLanguageLess);
    return best;
}

void PaletteModel::fillFound()
{
    const QuickMatch match(m_text);
    QList<QPair<int, int>> scored; // score and act
    for (int i = 0; i < m_acts.size(); ++i) {
        const int score = scoreOf(m_acts[i], match);
        if (score > 0)
            scored << qMakePair(score + (m_acts[i].isSection ? 1 : 0), i);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<int> acts;
    for (const auto &[score, act] : scored.first(qMin(mostActs, scored.size())))
        acts << act;
    const bool actsFirst = !scored.isEmpty() && scored.constFirst().first >= QuickMatch::good;
    if (actsFirst)
        addActs(acts);
    addItems(m_found, tr("Cards"));
    addActivities();
    if (!actsFirst)
        addActs(acts);
}

void PaletteModel::addActs(const QList<int> &acts)
{
    // In the order given, the better kind first.
    const bool sectionsFirst = !acts.isEmpty() && m_acts[acts.constFirst()].isSection;
    for (const bool sections : {sectionsFirst, !sectionsFirst}) {
        bool headed = false;
        for (const int act : acts) {
            const PaletteAct &one = m_acts[act];
            if (one.isSection != sections)
                continue;
            if (!std::exchange(headed, true))
                m_rows << Row{.kind = Kind::Heading, .title = sections ? tr("Sections") : tr("Actions")};
            m_rows << Row{.kind = Kind::Act,
                          .title = one.title,
                          .note = one.isSection ? QString() : one.where,
                          .keys = one.keys,
                          .icon = one.icon,
                          .act = act};
        }
    }
}

void PaletteModel::addItems(const QList<FoundItem> &items, const QString &heading)
{
    if (items.isEmpty())
        return;
    m_rows << Row{.kind = Kind::Heading, .title = heading};
    for (const FoundItem &item : items) {
        const SchemaPtr schema = m_store->schema();
        const EntityType *type = schema->type(item.ref.type);
        if (!type)
            continue;
        const QString name = kindAndNumber(*schema, *type, item.number);
        m_rows << Row{.kind = Kind::Item,
                      .title = item.title,
                      .note = item.client.isEmpty() ? name : u"%1 · %2"_s.arg(name, item.client),
                      .icon = type->icon,
                      .item = item.ref};
    }
}

/// What is to be done, and was: it leads to the card that it is for.
void PaletteModel::addActivities()
{
    if (m_activities.isEmpty())
        return;
    const SchemaPtr schema = m_store->schema();
    const qint64 type = schema->type(u"activity"_s)->id;
    const QDate today = m_store->clock().localNow().date();
    m_rows << Row{.kind = Kind::Heading, .title = tr("Activities")};
    for (const DayEntry &one : std::as_const(m_activities)) {
        const Value deadline = one.activity.deadline;
        const QString number = one.activity.number;
        QStringList note{number.isEmpty() ? QString() : tr("No. %1", "of an activity").arg(number),
                         one.activity.done        ? tr("done", "an activity")
                             : deadline.isValid() ? momentText(QDateTime::fromMSecsSinceEpoch(deadline.toLongLong()), today)
                                                  : QString(),
                         one.itemTitle};
        note.removeAll(QString());
        m_rows << Row{.kind = Kind::Item,
                      .title = one.activity.title,
                      .note = note.join(u" · "_s),
                      .icon = kindProperties(*schema, one.activity.kind).icon,
                      .item = {type, one.activity.id, {}}};
    }
}

PaletteModel::Kind PaletteModel::kind(int row) const
{
    return m_rows[row].kind;
}

int PaletteModel::next(int row, int step) const
{
    for (qsizetype at = row + step; at >= 0 && at < m_rows.size(); at += step) {
        if (m_rows[at].kind != Kind::Heading)
            return int(at);
    }
    return row;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.title, row.note, row.keys};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case KindRole: return int(row.kind);
    case NoteRole: return row.note;
    case KeysRole: return row.keys;
    case IconRole: return row.icon;
    default: return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return m_rows[index.row()].kind == Kind::Heading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace Kartoteka
