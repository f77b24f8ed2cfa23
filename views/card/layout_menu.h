// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/card_layout_model.h"
#include "views/card/layout_row.h"

class QMenu;

namespace Kartoteka {

/// What can be done with sections and fields while the card is configured. Where something stands and whether it is shown is
/// said of the view; what a field is called, and what needs it, of the field itself.
class LayoutMenu final : public QObject
{
    Q_OBJECT
public:
    LayoutMenu(CardLayoutModel &layouts, QWidget *host);

    void show(const LayoutEntry &entry, const QPoint &at);
    void hide(const LayoutEntry &entry);
    void rename(const LayoutEntry &entry, const QString &name);
    /// Offers what is not on the card, and a new field.
    void chooseField(const QUuid &section, const QPoint &at);
    void addSection(const QUuid &before);

signals:
    void nameWanted(const Kartoteka::LayoutEntry &entry); ///< it is to be written in place
    void sectionMade(const QUuid &section);

private:
    void addFieldActs(QMenu &menu, const LayoutEntry &entry, const Field &field);
    void addSectionActs(QMenu &menu, const LayoutEntry &entry, const QPoint &at);
    void addRequired(QMenu &menu, const Field &field);
    void require(qint64 field, bool always, qint64 stage);
    void put(qint64 field, const QUuid &section);
    void openField(qint64 field, const QUuid &section, const QString &name = {});
    void askDelete(qint64 field);

    CardLayoutModel &m_layouts;
    QWidget *m_host;
};

} // namespace Kartoteka
