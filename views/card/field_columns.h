// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace Kartoteka {

/// The sections of a card one below the other, or in two columns beside one another where that is wanted and there is room,
/// both about as high as the other. The order of the fields stays.
class FieldColumns final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldColumns(QWidget *parent);

    /// What stands above the first section.
    void setLead(QWidget *lead);
    /// Takes all sections out; their widgets stay.
    void clear();
    /// A section below those that are there: its head and its rows.
    void add(const QList<QWidget *> &section);
    /// Whether two columns are wanted.
    void setSideBySide(bool wanted);
    /// To be told when what is seen of the sections has changed.
    void balance();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// How many widgets stand in the first column, and how far below its top the second one begins.
    struct Break
    {
        qsizetype at = 0;
        int gap = 0;
        bool operator==(const Break &) const = default;
    };
    bool isSideBySide() const;
    Break wantedBreak() const;
    void place();
    void alignHeads();

    QWidget *m_lead = nullptr;
    QList<QList<QWidget *>> m_sections;
    QVBoxLayout *m_first;
    QVBoxLayout *m_second;
    Break m_break;
    bool m_isWanted = false;
};

} // namespace Kartoteka
