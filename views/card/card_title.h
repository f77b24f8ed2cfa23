// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace Kartoteka {

class ClampedLabel;

/// Of what heads a card: its title and its amount.
QFont cardTitleFont(const QFont &base);

/// The title in the header of a card; a click, Enter or F2 edits it in place, Esc leaves it as it was.
class CardTitle final : public QWidget
{
    Q_OBJECT
public:
    explicit CardTitle(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setEditable(bool editable);
    /// Something was typed that is not saved.
    bool hasUnsaved() const;
    QString typed() const;
    /// The title over which it is typed.
    QString started() const { return m_started; }
    /// Closes the editor and leaves the title as it was.
    void discard();

signals:
    void edited(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void beginEdit();
    void save();
    void closeEditor();

    QString m_text;
    QString m_started;
    bool m_editable = false;
    bool m_editing = false;
    ClampedLabel *m_label;
    QLineEdit *m_edit;
};

} // namespace Kartoteka
