// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/fields/field_editor.h"

#include <optional>

class QLabel;
class QVBoxLayout;

namespace Kartoteka {

class FilePicture;

/// A field on the card: its label above, its value below; a click or Enter edits it in place. Files are chosen, not typed:
/// of a field that holds them it says that another is wanted.
class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    FieldRow(Store &store, const Field &field, QWidget *parent);

    const Field &field() const { return m_field; }
    /// @p by: who wrote it and when, said where the person is typing something else meanwhile.
    void setValue(const Value &value, const QString &by = {});
    const Value &value() const { return m_value; }
    bool isEmpty() const { return !m_value.isValid(); }

    /// Keeps the editor open whatever happens (a new item, editing of all fields).
    void setAlwaysEditing(bool editing);
    bool isEditing() const { return m_editor != nullptr; }
    /// What the open editor holds.
    Result<Value> editedValue() const;
    /// Whether that is another value than the one shown, or none at all.
    bool isChanged() const;
    void beginEdit();
    void endEdit();
    /// As Enter does: what is typed is said, what is not sound is shown. Nothing where all fields are edited together.
    void save();
    /// Shows what is wrong beside the field; empty takes it away.
    void setProblem(const QString &text);
    /// Somebody else's value came: a moment's tint says so.
    void flash();

signals:
    /// The person finished a value that differs from the one shown.
    void edited(const QString &field, const Kartoteka::Value &value);
    void linkActivated(const Kartoteka::ItemRef &ref);
    /// The person wants to choose, replace or remove the file of this field; @p global: where they asked.
    void fileWanted(const QString &field, const QPoint &global);
    void fileActivated(qint64 attachment);
    void reachWanted(const QUrl &address); ///< a way and an address, see reachLink()

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void cancel();
    void watchEditor();
    void showValue();
    bool isTyped(const Value &value) const;
    void fillEditor();
    void unfold();
    void showMeanwhile(const QString &by);
    void settleMeanwhile(const QString &choice);

    Store &m_store;
    Field m_field;
    Value m_value;
    QVBoxLayout *m_layout;
    QLabel *m_label;
    QLabel *m_text;
    QLabel *m_problem;
    QLabel *m_meanwhile;              ///< what somebody else wrote while the field is edited
    QLabel *m_hint = nullptr;         ///< what the office says of the field, while it is edited
    FilePicture *m_picture = nullptr; ///< of a field that holds files
    FieldEditor *m_editor = nullptr;
    std::optional<Value> m_other; ///< what stands in the file meanwhile
    QString m_hoveredLink;        ///< in the text, under the pointer
    bool m_unfolded = false;
    bool m_always = false;
    bool m_hovered = false;
    bool m_isFresh = false; ///< tinted for a moment
};

} // namespace Kartoteka
