// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/section_page.h"

#include "core/schema/builtin_names.h"
#include "views/board/board_view.h"
#include "views/list/item_list_view.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>

namespace Kartoteka {

namespace {

constexpr int typingPauseMs = 60;

QStringList defaultColumns(const Schema &schema, const EntityType &type)
{
    QStringList columns;
    for (const QString &code : {u"title"_s, u"stage"_s, u"amount"_s, u"company_title"_s, u"client_company"_s, u"phone"_s,
                                u"email"_s, u"position"_s, u"industry"_s, u"source"_s, u"responsible"_s, u"created_at"_s}) {
        if (schema.field(type.id, code))
            columns << code;
    }
    return columns;
}

} // namespace

SectionPage::SectionPage(Store &store, qint64 typeId, QWidget *parent)
    : QWidget(parent), m_store(store), m_typeId(typeId), m_hasBoard(store.schema()->type(typeId)->hasStages)
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_query.typeId = typeId;
    if (const Pipeline *pipeline = store.schema()->defaultPipeline(typeId))
        m_query.pipeline = pipeline->id;
    m_table = new ItemTableModel(store, this);
    if (m_hasBoard)
        m_board = new BoardModel(store, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolbar());
    layout->addWidget(makeViewRow());
    makeViews();
    layout->addWidget(m_views, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &SectionPage::applyQuery);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (notice.concerns(m_typeId))
            showCount();
    });
    setView(m_hasBoard ? View::Board : View::List);
    applyQuery();
}

QWidget *SectionPage::makeToolbar()
{
    const EntityType &type = *m_store.schema()->type(m_typeId);
    auto *bar = new QWidget(this);
    bar->setObjectName(u"toolbar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Space::l, Space::m, Space::l, Space::xs);
    layout->setSpacing(Space::m);
    m_name = new QLabel(pluralName(type), bar);
    m_name->setFont(Theme::title(font()));
    auto *create = new QPushButton(Theme::of(palette()).icon(u"plus"_s, QColor(Qt::white)), tr("Create"), bar);
    create->setObjectName(u"createButton"_s);
    makePrimary(create);
    create->setToolTip(tr("New: %1 (Ctrl+N)").arg(displayName(type)));
    m_search = new QLineEdit(bar);
    m_search->setObjectName(u"searchEdit"_s);
    m_search->setPlaceholderText(tr("Search: title, name, phone, e-mail, company, tag"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::of(palette()).icon(u"search"_s, ColourRole::Muted), QLineEdit::LeadingPosition);
    auto *import = new QToolButton(bar);
    import->setObjectName(u"importButton"_s);
    import->setIcon(Theme::of(palette()).icon(u"import"_s, ColourRole::Muted));
    import->setToolTip(tr("Import from a file…"));
    import->setAccessibleName(tr("Import from a file…"));
    layout->addWidget(m_name);
    layout->addWidget(create);
    layout->addWidget(m_search, 1);
    layout->addWidget(import);
    connect(create, &QPushButton::clicked, this, &SectionPage::createWanted);
    connect(import, &QToolButton::clicked, this, &SectionPage::importWanted);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    return bar;
}

QWidget *SectionPage::makeViewRow()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"viewRow"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Space::m, Space::xs, Space::l, Space::s);
    layout->setSpacing(Space::xs);
    auto *group = new QButtonGroup(this);
    const auto addView = [&](const QString &text, const QString &icon, const QString &objectName, View which) {
        auto *button = new QToolButton(bar);
        button->setObjectName(objectName);
        button->setText(text);
        button->setIcon(Theme::of(palette()).icon(icon, ColourRole::Muted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, which] { setView(which); });
        return button;
    };
    m_boardButton = addView(tr("Board"), u"board"_s, u"boardButton"_s, View::Board);
    m_listButton = addView(tr("List"), u"list"_s, u"listButton"_s, View::List);
    m_boardButton->setVisible(m_hasBoard);
    layout->addSpacing(Space::m);
    m_pipelines = new QComboBox(bar);
    m_pipelines->setObjectName(u"pipelines"_s);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    for (const Pipeline &pipeline : m_store.schema()->pipelines(m_typeId))
        m_pipelines->addItem(displayName(pipeline), pipeline.id);
    m_pipelines->setVisible(m_pipelines->count() > 1);
    connect(m_pipelines, &QComboBox::activated, this, [this] {
        m_query.pipeline = m_pipelines->currentData().toLongLong();
        applyQuery();
    });
    layout->addWidget(m_pipelines);
    m_finalButton = new QToolButton(bar);
    m_finalButton->setObjectName(u"finalButton"_s);
    m_finalButton->setText(tr("Show final stages"));
    m_finalButton->setIcon(Theme::of(palette()).icon(u"flag"_s, ColourRole::Muted));
    m_finalButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_finalButton->setCheckable(true);
    connect(m_finalButton, &QToolButton::toggled, this, [this](bool on) {
        if (m_board)
            m_board->setShowFinal(on);
    });
    layout->addWidget(m_finalButton);
    layout->addStretch(1);
    m_binButton = new QToolButton(bar);
    m_binButton->setObjectName(u"binButton"_s);
    m_binButton->setIcon(Theme::of(palette()).icon(u"trash"_s, ColourRole::Muted));
    m_binButton->setToolTip(tr("Recycle bin"));
    m_binButton->setAccessibleName(tr("Recycle bin"));
    m_binButton->setCheckable(true);
    connect(m_binButton, &QToolButton::toggled, this, &SectionPage::setBin);
    m_count = new QLabel(bar);
    m_count->setObjectName(u"count"_s);
    m_count->setProperty("muted", true);
    layout->addWidget(m_count);
    layout->addWidget(m_binButton);
    return bar;
}

void SectionPage::makeViews()
{
    m_views = new QStackedWidget(this);
    const EntityType &type = *m_store.schema()->type(m_typeId);
    m_table->setColumns(defaultColumns(*m_store.schema(), type));
    m_table->setQuery(m_query);
    m_listView = new ItemListView(m_store, *m_table, m_views);
    m_listView->restoreState({});
    connect(m_listView, &ItemListView::opened, this, &SectionPage::opened);
    connect(m_listView, &ItemListView::contextMenuWanted, this, &SectionPage::contextMenuWanted);
    if (m_hasBoard) {
        m_boardView = new BoardView(m_store, *m_board, m_views);
        m_views->addWidget(m_boardView);
        connect(m_boardView, &BoardView::opened, this, &SectionPage::opened);
        connect(m_boardView, &BoardView::contextMenuWanted, this, &SectionPage::contextMenuWanted);
        connect(m_boardView, &BoardView::planRequested, this, &SectionPage::planRequested);
        connect(m_boardView, &BoardView::dragBegan, this, &SectionPage::dragBegan);
        connect(m_boardView, &BoardView::convertRequested, this, &SectionPage::convertRequested);
        connect(m_boardView, &BoardView::deleteRequested, this, &SectionPage::deleteRequested);
        connect(m_boardView, &BoardView::callRequested, this, [this](qint64 id) { reach(id, u"tel"_s); });
        connect(m_boardView, &BoardView::mailRequested, this, [this](qint64 id) { reach(id, u"mailto"_s); });
        connect(m_board, &BoardModel::moveRefused, this, [this](qint64, const Error &error) { emit failed(error); });
        connect(m_board, &BoardModel::moved, this, [this](qint64, const QString &title, const QString &stage) {
            emit done(tr("“%1” moved to “%2”").arg(title, stage));
        });
    }
    m_views->addWidget(m_listView);
}

void SectionPage::reach(qint64 id, const QString &scheme)
{
    auto found = readReach(m_store.reader(), {m_typeId, id, {}});
    const QString address = !found ? QString() : scheme == u"tel" ? found->phone : found->email;
    if (address.isEmpty()) {
        emit failed({ErrorCode::NotFound,
                     scheme == u"tel" ? tr("The client has no phone yet.") : tr("The client has no e-mail yet."),
                     {},
                     {}});
        return;
    }
    QDesktopServices::openUrl(QUrl(scheme + u':' + address));
}

SectionPage::View SectionPage::view() const
{
    return m_views->currentWidget() == m_listView ? View::List : View::Board;
}

void SectionPage::setView(View view)
{
    const bool board = view == View::Board && m_hasBoard;
    if (board)
        setBin(false); // the bin is a list
    m_views->setCurrentWidget(board ? static_cast<QWidget *>(m_boardView) : m_listView);
    m_boardButton->setChecked(board);
    m_listButton->setChecked(!board);
    m_finalButton->setVisible(board);
    focusView();
}

void SectionPage::setBin(bool shown)
{
    m_binButton->setChecked(shown);
    if (m_query.deleted == shown)
        return;
    m_query.deleted = shown;
    if (shown)
        setView(View::List);
    const QString name = pluralName(*m_store.schema()->type(m_typeId));
    m_name->setText(shown ? tr("%1 · recycle bin").arg(name) : name);
    applyQuery();
}

void SectionPage::focusView()
{
    m_views->currentWidget()->setFocus();
}

void SectionPage::applyQuery()
{
    m_query.search = m_search->text();
    ItemQuery list = m_query;
    list.sort = m_table->query().sort;
    m_table->setQuery(list);
    if (m_board && !m_query.deleted)
        m_board->setQuery(m_query);
    const EntityType &type = *m_store.schema()->type(m_typeId);
    const bool searching = !m_query.search.trimmed().isEmpty();
    const QString empty = searching ? tr("Nothing found")
        : m_query.deleted           ? tr("The recycle bin is empty")
                                    : tr("%1: nothing here yet").arg(pluralName(type));
    const QString hint = searching
        ? tr("No text, phone or e-mail matches “%1”. Clear the search to see everything.").arg(m_query.search)
        : m_query.deleted ? tr("What is deleted waits here until it is restored.")
                          : tr("Press “Create” (Ctrl+N) to add the first one, or import a CSV file from your old program.");
    m_listView->setEmptyState(empty, hint);
    if (m_boardView)
        m_boardView->setEmptyState(empty, hint);
    showCount();
}

void SectionPage::showCount()
{
    m_countLoad.cancel();
    m_countLoad = CancelToken();
    const ItemQuery query = m_query;
    const bool kept = m_hasBoard && !query.deleted && query.search.trimmed().isEmpty() && query.conditions.isEmpty();
    m_store
        .read<qint64>(m_countLoad,
                      [query, kept](ReadContext &context) -> Result<qint64> {
                          if (!kept) {
                              auto totals = queryTotals(context, query);
                              return totals ? Result<qint64>(totals->count) : Result<qint64>(totals.error());
                          }
                          auto totals = stageTotals(context, query.pipeline);
                          if (!totals)
                              return totals.error();
                          qint64 count = 0;
                          for (const ItemTotals &one : std::as_const(*totals))
                              count += one.count;
                          return count;
                      })
        .then(this, [this, token = m_countLoad](const Result<qint64> &count) {
            if (!token.isCancelled() && count)
                m_count->setText(tr("In all: %1").arg(QLocale().toString(*count)));
        });
}

QList<qint64> SectionPage::selectedItems() const
{
    return view() == View::List ? m_listView->selectedItems() : QList<qint64>();
}

qint64 SectionPage::neighbour(qint64 id, int direction) const
{
    if (view() == View::List) {
        const int row = m_table->rowOf(id);
        return row < 0 ? 0 : m_table->idAt(row + direction);
    }
    const auto [column, row] = m_board->find(id);
    const Card *card = column < 0 || row + direction < 0 ? nullptr : m_board->card(column, row + direction);
    return card ? card->id : 0;
}

QString SectionPage::key(const QString &name) const
{
    return u"section/%1/%2"_s.arg(m_store.schema()->type(m_typeId)->code, name);
}

void SectionPage::save(QSettings &settings) const
{
    settings.setValue(key(u"view"_s), view() == View::List ? u"list"_s : u"board"_s);
    settings.setValue(key(u"list"_s), m_listView->saveState());
    settings.setValue(key(u"final"_s), m_finalButton->isChecked());
    settings.setValue(key(u"pipeline"_s), m_query.pipeline);
}

void SectionPage::restore(const QSettings &settings)
{
    const qint64 pipeline = settings.value(key(u"pipeline"_s)).toLongLong();
    if (const int at = m_pipelines->findData(pipeline); at >= 0 && pipeline != m_query.pipeline) {
        m_pipelines->setCurrentIndex(at);
        m_query.pipeline = pipeline;
        applyQuery();
    }
    m_finalButton->setChecked(settings.value(key(u"final"_s)).toBool());
    m_listView->restoreState(settings.value(key(u"list"_s)).toByteArray());
    m_table->sort(m_listView->horizontalHeader()->sortIndicatorSection(),
                  m_listView->horizontalHeader()->sortIndicatorOrder());
    setView(settings.value(key(u"view"_s), u"board"_s).toString() == u"list" ? View::List : View::Board);
}

} // namespace Kartoteka
