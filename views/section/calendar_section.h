// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/calendar_query.h"
#include "views/calendar/calendar_colours.h"
#include "views/section/section_view.h"

#include <optional>

namespace Kartoteka {

class CalendarPane;
class QuickForm;
class OverPanel;
class SectionBookings;
struct CalendarPlace;

/// A section as a calendar: its items by their dates, or what is planned with them.
class CalendarSection final : public SectionView
{
    Q_OBJECT
public:
    CalendarSection(const SectionContext &context, QWidget *page);

    CalendarPane *pane() const { return m_pane; }
    /// Shows items by a date field, or from one to another; with no code what is planned with them, or books them.
    void setFields(const QString &first, const QString &last = {});
    /// @p field: of Choice, the code of a list field.
    void setColour(CalendarColour by, const QString &field = {});

    QString name() const override { return u"calendar"_s; }
    QString title() const override { return tr("Calendar"); }
    QString icon() const override { return u"calendar"_s; }
    QKeySequence key() const override { return Qt::CTRL | Qt::Key_4; }
    QWidget *widget() const override;
    ItemQuery query() const override { return wanted(); }
    QList<KeyHint> keys() const override;
    QList<qint64> selectedItems() const override;
    void setCurrentItem(qint64 id) override;
    qint64 neighbour(qint64 id, int direction) const override;
    void focus() override;
    void setEmptyText(const EmptyText &text) override;
    void fillMenu(QMenu &menu) override;
    QStringList usesOf(const Field &field) const override;
    void save(QSettings &settings, const QString &prefix) const override;
    void restore(const QSettings &settings, const QString &prefix) override;

protected:
    void show() override;
    void becameActive(bool active) override;
    void turned() override;

private:
    /// What books the items is shown, not they themselves.
    bool isOfBookings() const { return m_bookings && m_first.isEmpty(); }
    void addWhatIsShown(QMenu &menu);
    void addColours(QMenu &menu);
    QList<Field> listFields() const;
    CalendarColour usualColour() const;
    /// By which its items stand as long as nobody chose; empty: activities, or bookings.
    QString usualField() const;
    void make(const CalendarPlace &from, const CalendarPlace &until);

    SectionContext m_context;
    CalendarPane *m_pane;
    SectionBookings *m_bookings = nullptr; ///< of resources
    OverPanel *m_formPanel = nullptr;
    QuickForm *m_form = nullptr;
    QString m_first; ///< code of a date field; empty: activities, or bookings
    QString m_last;
    bool m_isChosen = false;                ///< somebody said by what
    std::optional<CalendarColour> m_colour; ///< nothing: the usual one
    QString m_colourField;                  ///< of Choice
};

} // namespace Kartoteka
