// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/bulk.h"
#include "core/office.h"
#include "core/pipeline/stage_move.h"
#include "core/schema/codes.h"
#include "models/board/card_mover.h"
#include "models/list/item_table_model.h"
#include "tests/bench/acts.h"
#include "tests/bench/turn_meter.h"
#include "views/board/board_view.h"
#include "views/card/card_panel.h"
#include "views/card/composer.h"
#include "views/card/field_form.h"
#include "views/card/layout_row.h"
#include "views/list/item_list_view.h"
#include "views/section/board_section.h"
#include "views/section/list_section.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"

#include <QApplication>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollBar>

namespace Kartoteka {

namespace {

constexpr double turnMs = 16;
constexpr double memoryMb = 150;

double residentMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return double(line.mid(6).trimmed().split(' ').constFirst().toLongLong()) / 1024;
    }
    return 0;
}

class Turns
{
public:
    Turns(Report &report, Growth &growth, int leads) : m_report(report), m_growth(growth), m_leads(leads) {}

    void run(const QString &path)
    {
        m_report.section(u"The window, %1 leads: longest turn of its event loop, CPU ms"_s.arg(m_leads));
        const double before = residentMb();
        MainWindow window;
        window.resize(1440, 900);
        window.show();
        turn(
            u"open the file"_s, [&] { (void)window.openFile(path); },
            [&] {
                BoardModel *board = window.office()->section()->part<BoardSection>()->model();
                return board->columnCount() > 0 && !board->isLoading() && board->card(0, 0);
            });
        memory(u"after opening"_s, before);
        SectionPage &page = *window.office()->section();
        BoardModel &board = *page.part<BoardSection>()->model();
        Store &store = window.office()->store();
        CardMover mover(store, board);
        // The list was never opened: so people begin their day.
        turn(u"move the first card"_s, [&] { mover.move({board.card(0, 0)->id}, 1, 0); });
        turn(u"move another"_s, [&] { mover.move({board.card(0, 0)->id}, 1, 0); });
        turn(u"open a card"_s, [&] { window.office()->openItem({page.typeId(), board.card(0, 0)->id, {}}); });
        card(*window.office());
        turn(u"close it"_s, [&] {
            QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
            if (QWidget *focus = QApplication::focusWidget())
                QApplication::sendEvent(focus, &escape);
        });
        turn(u"search on the board"_s, [&] { page.search()->setText(u"кузнецов"_s); });
        turn(u"clear the search"_s, [&] { page.search()->clear(); });
        turn(u"a hundred turns of the wheel"_s, [&] {
            for (int i = 0; i < 5; ++i)
                page.part<BoardSection>()->view()->verticalScrollBar()->setValue(
                    page.part<BoardSection>()->view()->verticalScrollBar()->value() + 400);
        });
        turn(
            u"show the list"_s, [&] { page.setView(u"list"_s); },
            [&] { return !page.part<ListSection>()->model()->isLoading(); });
        memory(u"board and list"_s, before);
        ItemTableModel &list = *page.part<ListSection>()->model();
        const auto quiet = [&] { return !list.isLoading(); };
        turn(u"scroll the list to its end"_s, [&] {
            page.part<ListSection>()->view()->verticalScrollBar()->setValue(
                page.part<ListSection>()->view()->verticalScrollBar()->maximum());
        });
        turn(
            u"sort it"_s, [&] { list.toggleSort(int(list.columns().indexOf(u"amount"_s)) + 1, false); }, quiet);
        turn(u"edit a cell"_s, [&] {
            page.part<ListSection>()->view()->verticalScrollBar()->setValue(0);
            loopUntil([&] { return list.data(list.index(0, 1), ItemTableModel::LoadedRole).toBool(); }, 3000);
            list.setData(list.index(0, int(list.columns().indexOf(u"title"_s)) + 1), u"Правка в списке"_s, Qt::EditRole);
        });
        turn(
            u"search in the list"_s, [&] { page.search()->setText(u"кузнецов"_s); }, quiet);
        turn(
            u"clear it"_s, [&] { page.search()->clear(); }, quiet);
        turn(u"select all"_s, [&] { page.part<ListSection>()->view()->selectAll(); });
        turn(u"unselect"_s, [&] { page.part<ListSection>()->view()->clearSelection(); });
        turn(
            u"group by company"_s, [&] { page.part<ListSection>()->setGroupBy(u"company_title"_s); }, quiet);
        memory(u"grouped"_s, before, false);
        turn(
            u"ungroup"_s, [&] { page.part<ListSection>()->setGroupBy({}); }, quiet);
        memory(u"ungrouped"_s, before);
        turn(
            u"group by title, as many groups as leads"_s, [&] { page.part<ListSection>()->setGroupBy(u"title"_s); }, quiet);
        turn(
            u"ungroup that"_s, [&] { page.part<ListSection>()->setGroupBy({}); }, quiet);
        turn(u"back to the board"_s, [&] { page.setView(u"board"_s); });
        bool undone = false;
        turn(
            u"undo"_s, [&] { store.undo().then(&window, [&](const Result<Receipt> &) { undone = true; }); },
            [&] { return undone; });
        memory(u"after everything"_s, before);
    }

private:
    static void type(const QString &text)
    {
        for (const QChar letter : text) {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
            if (QWidget *focus = QApplication::focusWidget())
                QApplication::sendEvent(focus, &key);
        }
    }
    static void drag(QWidget &what, int by)
    {
        const auto send = [&what](QEvent::Type type, const QPoint &at, Qt::MouseButtons held) {
            QMouseEvent event(type, at, what.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                              held, Qt::NoModifier);
            QApplication::sendEvent(&what, &event);
        };
        const QPoint from = what.rect().center();
        send(QEvent::MouseButtonPress, from, Qt::LeftButton);
        for (int step = 1; step <= 8; ++step)
            send(QEvent::MouseMove, from + QPoint(0, by * step / 8), Qt::LeftButton);
        send(QEvent::MouseButtonRelease, from + QPoint(0, by), Qt::NoButton);
    }

    /// What is done most in a card that is open.
    void card(OfficeWidget &office)
    {
        CardPanel &card = *office.card();
        for (int i = 0; i < 3; ++i)
            turn(u"the next card of the list"_s, [&] { emit card.stepWanted(1); });
        turn(u"edit a field"_s, [&] { card.form()->row(Codes::amount)->beginEdit(); });
        turn(u"type into it"_s, [&] { type(u"12345678"_s); });
        turn(u"leave it"_s, [&] { card.form()->closeEditor(Codes::amount); });
        turn(u"edit all fields"_s, [&] { card.form()->setEditing(true); });
        turn(u"leave them"_s, [&] { card.form()->setEditing(false); });
        turn(u"configure the card"_s, [&] { card.form()->setConfiguring(true); });
        turn(u"drag a field"_s, [&] {
            if (const QList<LayoutRow *> rows = card.findChildren<LayoutRow *>(); rows.size() > 4)
                drag(*rows[2], rows[4]->y() - rows[2]->y());
        });
        turn(u"leave that"_s, [&] { card.form()->setConfiguring(false); });
        turn(u"write a comment"_s, [&] { card.composer()->startComment(); });
        turn(u"type into that"_s, [&] { type(u"They called and want it by Friday"_s); });
        card.composer()->discard();
    }

    void turn(const QString &act, const std::function<void()> &begin, const std::function<bool()> &done = {})
    {
        (void)m_meter.takeLongest();
        // The act itself is a turn: it begins in the loop, as a click does.
        QMetaObject::invokeMethod(&m_meter, begin, Qt::QueuedConnection);
        loopFor(30);
        const bool ended = !done || loopUntil(done);
        loopFor(700); // what follows from it
        const double longest = m_meter.takeLongest();
        m_growth.note(u"turn: "_s + act, m_leads, longest);
        m_report.figure(act, ended ? QString::number(longest, 'f', 1) : u"did not end"_s, ended && longest <= turnMs);
    }
    void memory(const QString &when, double before, bool limited = true)
    {
        const double now = residentMb();
        m_report.figure(u"  resident memory %1, MB (%2 before the window)"_s.arg(when).arg(before, 0, 'f', 0),
                        QString::number(now, 'f', 0), limited ? std::optional(now <= memoryMb) : std::nullopt);
    }

    Report &m_report;
    Growth &m_growth;
    int m_leads;
    TurnMeter m_meter;
};

} // namespace

void benchTurns(Report &report, Growth &growth, const QString &path, int leads)
{
    Turns(report, growth, leads).run(path);
}

} // namespace Kartoteka
