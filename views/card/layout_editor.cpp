// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/layout_editor.h"

#include "core/clients/clients.h"
#include "core/items/card_layout_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "views/card/layout_menu.h"
#include "views/card/name_row.h"
#include "views/theme/theme.h"
#include "views/widgets/spoken_role.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int edgeOfScrolling = 48;

/// The place that waits for what is dragged.
class LandingPlace final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = Theme::of(palette());
        painter.setPen(QPen(theme.colour(ColourRole::Accent), 1, Qt::DashLine));
        painter.setBrush(theme.colour(ColourRole::Tint));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Space::controlRadius, Space::controlRadius);
    }
};

/// What is special about a field on the card.
QString noteOf(const Schema &schema, const Field &field, const PlacedField &placed, qint64 pipeline)
{
    QStringList notes;
    if (placed.shown == Shown::Always)
        notes << LayoutEditor::tr("always shown");
    const Stage *stage = schema.stage(requiredFrom(schema, field.id, pipeline));
    if (field.required)
        notes << LayoutEditor::tr("required");
    else if (stage)
        notes << LayoutEditor::tr("required from “%1”").arg(displayName(schema, *stage));
    return notes.join(u" · "_s);
}

} // namespace

LayoutEditor::LayoutEditor(CardLayoutModel &layouts, const QList<CardTabName> &tabs, QWidget *parent)
    : QWidget(parent), m_layouts(layouts), m_menus(new LayoutMenu(layouts, this))
{
    setObjectName(u"layoutEditor"_s);
    setAccessibleName(tr("Configure the card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    layout->addWidget(makeBar());
    m_area = new QWidget(this);
    m_area->installEventFilter(this);
    m_area->setAccessibleName(tr("Sections and fields"));
    speakAs(*m_area, QAccessible::List);
    layout->addWidget(m_area);
    m_gap = new LandingPlace(m_area);
    m_gap->hide();
    layout->addWidget(makeFoot(tabs));
    connect(&m_layouts, &CardLayoutModel::changed, this, &LayoutEditor::fill);
    connect(m_menus, &LayoutMenu::nameWanted, this, [this](const LayoutEntry &entry) {
        if (LayoutRow *row = entry.isHeading() ? rowOf(entry.section) : rowOf(entry.fields.constFirst()))
            row->editName();
    });
    connect(m_menus, &LayoutMenu::sectionMade, this, [this](const QUuid &section) {
        if (LayoutRow *row = rowOf(section)) // what is added next is meant for it
            focusRow(int(m_rows.indexOf(row)));
    });
    fill();
}

QWidget *LayoutEditor::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"layoutBar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Space::m, Space::s, Space::s, Space::s);
    m_what = new QLabel(bar);
    m_what->setObjectName(u"layoutWhat"_s);
    m_what->setWordWrap(true);
    m_what->setTextFormat(Qt::PlainText);
    auto *finish = new QPushButton(tr("Done"), bar);
    finish->setObjectName(u"layoutDone"_s);
    finish->setProperty("inBar", true);
    finish->setToolTip(tr("Leave (Esc)"));
    row->addWidget(m_what, 1);
    row->addWidget(finish, 0, Qt::AlignTop);
    connect(finish, &QPushButton::clicked, this, &LayoutEditor::left);
    return bar;
}

QWidget *LayoutEditor::makeFoot(const QList<CardTabName> &tabs)
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, Space::s);
    row->setSpacing(Space::s);
    const Theme &theme = Theme::of(QApplication::palette());
    auto *field = new QPushButton(theme.icon(u"plus"_s), tr("Field…"), foot);
    field->setObjectName(u"layoutAddField"_s);
    auto *section = new QPushButton(theme.icon(u"plus"_s), tr("Section…"), foot);
    section->setObjectName(u"layoutAddSection"_s);
    auto *tabsButton = new QPushButton(theme.icon(u"columns"_s), tr("Tabs…"), foot);
    tabsButton->setObjectName(u"layoutTabs"_s);
    tabsButton->setVisible(!tabs.isEmpty());
    for (QPushButton *button : {field, section, tabsButton}) {
        button->setProperty("inBar", true);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(field, &QPushButton::clicked, this,
            [this, field] { m_menus->chooseField(sectionOfCurrent(), field->mapToGlobal(QPoint(0, field->height()))); });
    connect(section, &QPushButton::clicked, this, [this] { m_menus->addSection({}); });
    connect(tabsButton, &QPushButton::clicked, this, [this, tabs] {
        auto *dialog = new CardTabsDialog(m_layouts, tabs, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    return foot;
}

QList<LayoutEntry> LayoutEditor::entries() const
{
    const CardLayout &layout = m_layouts.layout();
    const SchemaPtr schema = m_layouts.store().schema();
    const QStringList elsewhere = clientFieldCodes(*schema, layout.typeId); // above the sections
    QList<LayoutEntry> entries;
    for (const PlacedSection &section : layout.sections) {
        if (section.isHidden)
            continue;
        entries.append({section.uid, {}, section.name});
        QList<qint64> name; // parts that stand together move as one
        for (const PlacedField &placed : section.fields) {
            const Field *field = schema->field(placed.field);
            if (!field || field->hidden || placed.shown == Shown::Hidden || elsewhere.contains(field->code))
                continue;
            const bool isPart = NameRow::isPart(field->code);
            if (isPart && !name.isEmpty()) {
                entries.last().fields << placed.field;
                entries.last().name = NameRow::name();
                entries.last().note.clear();
            } else {
                entries.append(
                    {section.uid, {placed.field}, displayName(*field), noteOf(*schema, *field, placed, layout.pipeline)});
            }
            name = isPart ? entries.last().fields : QList<qint64>();
        }
    }
    return entries;
}

LayoutRow *LayoutEditor::makeRow()
{
    auto *row = new LayoutRow(m_area);
    row->installEventFilter(this);
    connect(row, &LayoutRow::renamed, this, [this, row](const QString &name) { m_menus->rename(row->entry(), name); });
    connect(row, &LayoutRow::menuWanted, this, [this, row](const QPoint &at) { m_menus->show(row->entry(), at); });
    connect(row, &LayoutRow::dragged, this, [this, row](const QPoint &at) { dragTo(row, at); });
    connect(row, &LayoutRow::dropped, this, &LayoutEditor::drop);
    return row;
}

/// Rows that stay keep their widgets, and with them the focus and a name that is being written.
void LayoutEditor::fill()
{
    const CardLayout &layout = m_layouts.layout();
    const SchemaPtr schema = m_layouts.store().schema();
    m_what->setText(tr("%1 view: %2.").arg(viewName(layout.view), viewAudience(*schema, layout.view)));
    const bool hadFocus = currentRow() >= 0;
    QList<LayoutRow *> known = m_rows;
    m_rows.clear();
    for (const LayoutEntry &entry : entries()) {
        const auto same = std::ranges::find_if(known, [&](const LayoutRow *row) {
            return row->entry().isHeading() == entry.isHeading()
                && (entry.isHeading() ? row->entry().section == entry.section : row->entry().fields == entry.fields);
        });
        LayoutRow *row = same == known.end() ? makeRow() : known.takeAt(same - known.begin());
        row->setEntry(entry);
        m_rows.append(row);
    }
    for (LayoutRow *gone : std::as_const(known)) {
        if (gone == m_dragged)
            m_dragged = nullptr;
        gone->hide();
        gone->deleteLater();
    }
    place();
    for (qsizetype i = 1; i < m_rows.size(); ++i)
        QWidget::setTabOrder(m_rows[i - 1], m_rows[i]);
    if (hadFocus && currentRow() < 0)
        focusRow(qMin(m_last, int(m_rows.size()) - 1));
}

/// While a section is dragged only the sections are seen.
void LayoutEditor::place()
{
    const bool onlyHeadings = m_dragged && m_dragged->entry().isHeading();
    int y = 0;
    const auto leaveGap = [&] {
        m_gap->setGeometry(0, y, m_area->width(), m_dragged->wantedHeight());
        y += m_dragged->wantedHeight();
    };
    for (int i = 0; i < m_rows.size(); ++i) {
        LayoutRow *row = m_rows[i];
        if (m_dragged && i == m_before)
            leaveGap();
        const bool isSeen = !onlyHeadings || row->entry().isHeading();
        row->setVisible(isSeen);
        if (!isSeen || row == m_dragged)
            continue;
        row->setGeometry(0, y, m_area->width(), row->wantedHeight());
        y += row->wantedHeight();
    }
    if (m_dragged && m_before == m_rows.size())
        leaveGap();
    m_gap->setVisible(m_dragged && m_before >= 0);
    m_area->setFixedHeight(qMax(y, 1));
}

LayoutRow *LayoutEditor::rowOf(qint64 field) const
{
    const auto row = std::ranges::find_if(m_rows,
                                          [field](const LayoutRow *one) { return one->entry().fields.contains(field); });
    return row == m_rows.end() ? nullptr : *row;
}

LayoutRow *LayoutEditor::rowOf(const QUuid &section) const
{
    const auto row = std::ranges::find_if(
        m_rows, [&](const LayoutRow *one) { return one->entry().isHeading() && one->entry().section == section; });
    return row == m_rows.end() ? nullptr : *row;
}

QUuid LayoutEditor::sectionOfCurrent() const
{
    if (m_rows.isEmpty())
        return {};
    return m_rows[qBound(0, m_last, int(m_rows.size()) - 1)]->entry().section;
}

int LayoutEditor::currentRow() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (int i = 0; focus && i < m_rows.size(); ++i) {
        if (m_rows[i] == focus || m_rows[i]->isAncestorOf(focus))
            return i;
    }
    return -1;
}

void LayoutEditor::takeFocus()
{
    focusRow(qBound(0, m_last, int(m_rows.size()) - 1));
}

void LayoutEditor::focusRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    m_last = row;
    m_rows[row]->setFocus(Qt::TabFocusReason);
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up))
            area->ensureWidgetVisible(m_rows[row], 0, Space::xl);
    }
}

/// @p before: the number of the row it is to stand before; of a section that of another one, or behind all.
void LayoutEditor::moveTo(int row, int before)
{
    const LayoutEntry entry = m_rows[row]->entry();
    const LayoutEntry next = before < m_rows.size() ? m_rows[before]->entry() : LayoutEntry();
    m_last = row;
    if (entry.isHeading()) {
        m_layouts.change(withSectionAt(m_layouts.layout(), entry.section, next.section));
    } else if (before > 0 && before != row && before != row + 1) {
        const QUuid section = m_rows[before - 1]->entry().section;
        const qint64 field = next.section == section && !next.isHeading() ? next.fields.constFirst() : 0;
        m_layouts.change(withFieldsAt(m_layouts.layout(), entry.fields, section, field));
    }
    if (LayoutRow *moved = entry.isHeading() ? rowOf(entry.section) : rowOf(entry.fields.constFirst()))
        focusRow(int(m_rows.indexOf(moved)));
}

void LayoutEditor::moveBy(int row, int step)
{
    if (!m_rows[row]->entry().isHeading()) {
        const int before = step < 0 ? row - 1 : row + 2;
        if (before > 0 && before <= m_rows.size())
            moveTo(row, before);
        return;
    }
    QList<int> headings;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->entry().isHeading())
            headings << i;
    }
    const qsizetype at = headings.indexOf(row) + (step < 0 ? -1 : 2);
    if (at >= 0 && at <= headings.size())
        moveTo(row, at == headings.size() ? int(m_rows.size()) : headings[at]);
}

/// To the end of the section above, or to the beginning of the one below.
void LayoutEditor::moveToSection(int row, int step)
{
    const LayoutEntry entry = m_rows[row]->entry();
    QList<QUuid> sections;
    for (const LayoutRow *one : std::as_const(m_rows)) {
        if (one->entry().isHeading())
            sections << one->entry().section;
    }
    const qsizetype at = sections.indexOf(entry.section) + step;
    if (entry.isHeading() || at < 0 || at >= sections.size())
        return;
    const int heading = int(m_rows.indexOf(rowOf(sections[at])));
    int before = heading + 1;
    while (step < 0 && before < m_rows.size() && !m_rows[before]->entry().isHeading())
        ++before;
    moveTo(row, before);
}

void LayoutEditor::dragTo(LayoutRow *row, const QPoint &global)
{
    if (!m_dragged) {
        m_dragged = row;
        row->setLifted(true);
    }
    const int y = m_area->mapFromGlobal(global).y();
    const bool isSection = row->entry().isHeading();
    // Between those that are seen, as they would stand without it.
    m_before = int(m_rows.size());
    int top = 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i] == row || m_rows[i]->isHidden())
            continue;
        if ((isSection || i > 0) && y < top + m_rows[i]->wantedHeight() / 2) {
            m_before = i;
            break;
        }
        top += m_rows[i]->wantedHeight();
    }
    place();
    row->setGeometry(0, qBound(0, y - row->height() / 2, qMax(0, m_area->height() - row->height())), m_area->width(),
                     row->wantedHeight());
    for (QWidget *up = parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up)) {
            const QPoint at = m_area->mapTo(area->widget(), QPoint(0, y));
            area->ensureVisible(0, at.y(), 0, scaled(edgeOfScrolling, fontMetrics()));
        }
    }
}

void LayoutEditor::drop()
{
    LayoutRow *row = std::exchange(m_dragged, nullptr);
    const int before = std::exchange(m_before, -1);
    if (!row)
        return;
    row->setLifted(false);
    place();
    if (before >= 0)
        moveTo(int(m_rows.indexOf(row)), before);
    place();
}

bool LayoutEditor::event(QEvent *event)
{
    // Keys of the card and of the window that mean something else here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        static const QList<int> own{Qt::Key_Up,  Qt::Key_Down,   Qt::Key_Left, Qt::Key_Right, Qt::Key_Home,
                                    Qt::Key_End, Qt::Key_Delete, Qt::Key_F2,   Qt::Key_Escape};
        const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::AltModifier;
        if (isPlain && own.contains(key->key()) && currentRow() >= 0)
            event->accept();
    }
    return QWidget::event(event);
}

void LayoutEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_dragged) {
            std::exchange(m_dragged, nullptr)->setLifted(false);
            m_before = -1;
            place();
        } else {
            emit left();
        }
        return;
    }
    const int row = currentRow();
    const bool isAlt = event->modifiers() == Qt::AltModifier;
    if (row < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const LayoutEntry entry = m_rows[row]->entry();
    switch (event->key()) {
    case Qt::Key_Up: isAlt ? moveBy(row, -1) : focusRow(row - 1); break;
    case Qt::Key_Down: isAlt ? moveBy(row, 1) : focusRow(row + 1); break;
    case Qt::Key_Home: focusRow(0); break;
    case Qt::Key_End: focusRow(int(m_rows.size()) - 1); break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isAlt)
            moveToSection(row, event->key() == Qt::Key_Left ? -1 : 1);
        break;
    case Qt::Key_Delete: m_menus->hide(entry); break;
    case Qt::Key_F2:
        if (entry.fields.size() < 2)
            m_rows[row]->editName();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_menus->show(entry, m_rows[row]->menuPlace()); break;
    default: QWidget::keyPressEvent(event);
    }
}

bool LayoutEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && event->type() == QEvent::Resize
        && static_cast<QResizeEvent *>(event)->size().width() != static_cast<QResizeEvent *>(event)->oldSize().width())
        place();
    if (event->type() == QEvent::FocusIn) {
        if (const int row = currentRow(); row >= 0)
            m_last = row;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
