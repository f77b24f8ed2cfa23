// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/history_tab.h"

#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "core/store/commit/take_back.h"
#include "core/timeline/shortened.h"
#include "models/card/history_model.h"
#include "views/card/card_entries.h"
#include "views/card/column_widths.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>

namespace Kartoteka {

namespace {

/// Days that a period goes back, today included; 0: any time.
const QList<QPair<const char *, int>> &periods()
{
    static const QList<QPair<const char *, int>> all{{QT_TRANSLATE_NOOP("Kartoteka::HistoryTab", "Any time"), 0},
                                                     {QT_TRANSLATE_NOOP("Kartoteka::HistoryTab", "Today"), 1},
                                                     {QT_TRANSLATE_NOOP("Kartoteka::HistoryTab", "Last 7 days"), 7},
                                                     {QT_TRANSLATE_NOOP("Kartoteka::HistoryTab", "Last 30 days"), 30},
                                                     {QT_TRANSLATE_NOOP("Kartoteka::HistoryTab", "Last 365 days"), 365}};
    return all;
}

constexpr qsizetype longestOffered = 40; ///< of a value in a menu
constexpr int rowsMeasured = 200;        ///< for the widths of columns
constexpr int narrowest = 80;
constexpr int wide = 200;   ///< of columns that are of one kind
constexpr int widest = 420; ///< of any

} // namespace

HistoryTab::HistoryTab(Store &store, QWidget *parent)
    : CardTab(parent), m_store(store), m_model(new HistoryModel(store, this)), m_entries(new CardEntries(store, this))
{
    setObjectName(u"historyTab"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::m, Space::l, 0);
    layout->setSpacing(Space::s);
    layout->addWidget(makeBar());
    makeTable();
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    m_empty = new EmptyState(m_table, false);
    m_empty->setText({.drawing = Drawing::NoHit,
                      .title = tr("Nothing in the history matches"),
                      .text = {},
                      .acts = {{u"historyReset"_s, tr("Reset the filter"), {}, [this] {
                                    fillChoices();
                                    narrow();
                                }}}});
    connect(m_model, &HistoryModel::readFailed, this, &HistoryTab::failed);
    connect(m_model, &HistoryModel::read, this, &HistoryTab::tellEmpty);
    connect(m_entries, &CardEntries::failed, this, &HistoryTab::failed);
    connect(m_entries, &CardEntries::done, this, &HistoryTab::done);
}

QComboBox *HistoryTab::addChoice(QBoxLayout &row, const QString &name, const QString &spoken)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setAccessibleName(spoken);
    choice->setToolTip(spoken);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    row.addWidget(choice, 1);
    connect(choice, &QComboBox::currentIndexChanged, this, &HistoryTab::narrow);
    return choice;
}

QToolButton *HistoryTab::addPreset(QBoxLayout &row, const QString &name, const QString &text)
{
    auto *preset = new QToolButton(this);
    preset->setObjectName(name);
    preset->setText(text);
    preset->setCheckable(true);
    preset->setProperty("pill", true);
    row.addWidget(preset);
    return preset;
}

QWidget *HistoryTab::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Space::s, 0, Space::s, 0); // above what the columns say, as wide as the head of the card
    row->setSpacing(Space::xs);
    m_today = addPreset(*row, u"historyToday"_s, tr("Today"));
    m_mine = addPreset(*row, u"historyMine"_s, tr("Mine"));
    m_field = addChoice(*row, u"historyField"_s, tr("Field"));
    m_person = addChoice(*row, u"historyPerson"_s, tr("Person"));
    m_kind = addChoice(*row, u"historyKind"_s, tr("Kind of record"));
    m_period = addChoice(*row, u"historyPeriod"_s, tr("Period"));
    connect(m_today, &QToolButton::clicked, this, [this](bool isOn) { m_period->setCurrentIndex(isOn ? 1 : 0); });
    connect(m_mine, &QToolButton::clicked, this,
            [this](bool isOn) { m_person->setCurrentIndex(isOn ? qMax(0, m_person->findData(m_store.user())) : 0); });
    return bar;
}

void HistoryTab::makeTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"historyTable"_s);
    m_table->setAccessibleName(tr("History"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(sizes().listRow, fontMetrics()));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_isFitting)
            m_isFittedByHand = true;
    });
    connect(m_table, &QTableView::customContextMenuRequested, this, &HistoryTab::showMenu);
}

/// What stands in the rows decides how wide columns are, until a person does.
void HistoryTab::fitColumns()
{
    if (m_isFittedByHand)
        return;
    const QAbstractItemView *view = m_table; // which tells it everybody
    QList<int> wanted;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int most = scaled(column == HistoryModel::When || column == HistoryModel::How ? wide : widest, fontMetrics());
        wanted << qMin(
            most, qMax(view->sizeHintForColumn(column), m_table->horizontalHeader()->sectionSizeHint(column)) + Space::s);
    }
    const QList<int> widths = sharedWidths(
        wanted, {HistoryModel::Who, HistoryModel::What, HistoryModel::FieldName, HistoryModel::From, HistoryModel::To},
        m_table->viewport()->width(), scaled(narrowest, fontMetrics()));
    const QScopedValueRollback fitting(m_isFitting, true);
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths[column]);
}

bool HistoryTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return CardTab::eventFilter(watched, event);
}

void HistoryTab::setItem(const Item &item)
{
    const ItemRef ref = item.ref();
    if (ref == m_item)
        return; // the model follows what happens to it
    m_item = ref;
    fillChoices();
    narrow();
    m_model->setItem(ref);
}

void HistoryTab::fillChoices()
{
    const SchemaPtr schema = m_store.schema();
    for (QComboBox *choice : {m_field, m_person, m_kind, m_period}) {
        const QSignalBlocker quiet(choice);
        choice->clear();
        choice->addItem(choice == m_field        ? tr("All fields")
                            : choice == m_person ? tr("All people")
                            : choice == m_kind   ? tr("All kinds")
                                                 : tr("Any time"));
        if (choice == m_field) {
            for (const Field &field : schema->fields(m_item.type)) {
                if (field.editable || field.significant)
                    choice->addItem(displayName(field), field.column);
            }
        } else if (choice == m_person) {
            for (const User &user : schema->users())
                choice->addItem(user.name, user.id);
        } else if (choice == m_kind) {
            QStringList tables{
                schema->type(m_item.type)->code, u"activity"_s, u"comment"_s, u"attachment"_s, u"link"_s, u"product_row"_s};
            for (const QString &table : std::as_const(tables)) {
                if (m_store.catalog()->table(table))
                    choice->addItem(recordName(*schema, table), table);
            }
        } else {
            for (qsizetype i = 1; i < periods().size(); ++i)
                choice->addItem(tr(periods()[i].first), periods()[i].second);
        }
    }
}

void HistoryTab::narrow()
{
    HistoryFilter filter;
    filter.field = m_field->currentData().toString();
    filter.person = m_person->currentData().toLongLong();
    filter.table = m_kind->currentData().toString();
    if (!filter.field.isEmpty() && filter.table.isEmpty())
        filter.table = m_store.schema()->type(m_item.type)->code; // fields of others are called alike
    if (const int days = m_period->currentData().toInt(); days > 0)
        filter.from = m_store.clock().localNow().date().addDays(1 - days).startOfDay().toMSecsSinceEpoch();
    m_today->setChecked(m_period->currentIndex() == 1);
    m_mine->setChecked(filter.person != 0 && filter.person == m_store.user());
    m_model->setFilter(filter);
}

void HistoryTab::tellEmpty()
{
    m_empty->setVisible(m_model->isEmpty());
    fitColumns();
}

void HistoryTab::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    m_table->selectRow(index.row());
    const Theme &theme = Theme::of(palette());
    const HistoryRow row = m_model->at(index.row());
    QMenu menu(this);
    menu.setObjectName(u"historyMenu"_s);
    if (const Field *field = restorableField(*m_store.schema(), m_item, row)) {
        const auto offer = [&](const Value &value, HistoryModel::Column column, const QString &name) {
            const QString said = index.siblingAtColumn(column).data().toString().simplified();
            menu.addAction(theme.icon(u"undo"_s),
                           said.isEmpty() ? tr("Restore: empty")
                                          : menuText(tr("Restore “%1”", "a value").arg(shortened(said, longestOffered))),
                           this, [this, row, value] { restoreValue(row, value); })
                ->setObjectName(name);
        };
        offer(row.change.before, HistoryModel::From, u"historyRestore"_s);
        // What was written then may have been overwritten since.
        const auto now = readItem(m_store.reader(), m_item);
        if (now && now->value(field->code) != row.change.after && row.change.before != row.change.after)
            offer(row.change.after, HistoryModel::To, u"historyRestoreLater"_s);
    }
    if (const auto can = canTakeBack(m_store.reader(), row.act); can && *can) {
        menu.addAction(theme.icon(u"undo"_s), tr("Undo this whole action"), this,
                       [this, row] { m_entries->takeBack({row.act}); })
            ->setObjectName(u"historyTakeBack"_s);
    }
    menu.addAction(theme.icon(u"copy"_s), withKey(tr("Copy"), QKeySequence(QKeySequence::Copy)), this, &HistoryTab::copy)
        ->setObjectName(u"historyCopy"_s);
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

/// A normal edit, which stands in the history itself.
void HistoryTab::restoreValue(const HistoryRow &row, const Value &value)
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = restorableField(*schema, m_item, row);
    const auto item = readItem(m_store.reader(), m_item);
    if (!field || !item) {
        if (!item)
            emit failed(item.error());
        return;
    }
    ChangeSet changes = planEdit(*schema, *item, {{field->code, value}});
    const QString name = displayName(*field);
    if (changes.isEmpty()) {
        emit done(tr("%1 already has this value.").arg(name));
        return;
    }
    m_store.commit(std::move(changes)).then(this, [this, name](const Result<Receipt> &receipt) {
        if (receipt)
            emit done(tr("Restored: %1").arg(name));
        else
            emit failed(receipt.error());
    });
}

void HistoryTab::copy() const
{
    QStringList lines;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << row.siblingAtColumn(column).data().toString();
        lines << cells.join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

void HistoryTab::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        CardTab::keyPressEvent(event);
}

} // namespace Kartoteka
