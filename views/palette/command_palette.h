// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shell/palette_model.h"
#include "views/widgets/scrim.h"

#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace Kartoteka {

/// One line over the window that leads everywhere: to an item, a section, an act of the menus. The line keeps the focus, and
/// the arrows walk the list below it.
class CommandPalette final : public Scrim
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    /// Begins with nothing typed. @p store: the open file; null without one.
    void open(Store *store, const QList<PaletteAct> &acts, const QList<ItemRef> &recent);
    void close();
    PaletteModel *model() const { return m_model; }
    int currentRow() const;
    void choose(int row);

signals:
    void actChosen(int act);
    void itemChosen(const Kartoteka::ItemRef &item);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drop();
    bool pressed(int key);
    void showRows();
    void setCurrent(int row);
    void place();

    QFrame *m_box;
    QLineEdit *m_line;
    QListView *m_list;
    QLabel *m_empty;
    PaletteModel *m_model = nullptr;
    QPointer<QWidget> m_before; ///< what had the focus
};

} // namespace Kartoteka
