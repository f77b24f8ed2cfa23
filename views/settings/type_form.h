// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/definitions/type_acts.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace Kartoteka {

/// What a type is called and looks like: for the wizard that makes one and the dialog that changes it.
class TypeForm final : public QWidget
{
    Q_OBJECT
public:
    explicit TypeForm(const TypeSettings &settings, QWidget *parent);

    /// Puts what was typed into settings.
    void take(TypeSettings &settings) const;
    QString name() const;
    QString plural() const;
    /// What is shown for the plural while nobody has typed one.
    void setUsualPlural(const QString &plural);
    void focusFirst();
    void focusPlural();
    /// One more line at the end of it, in line with the others.
    void addRow(const QString &label, QWidget *widget);

signals:
    void changed();

private:
    void showColour();

    QLineEdit *m_name;
    QLineEdit *m_plural;
    QComboBox *m_icon;
    QPushButton *m_colour;
    QLineEdit *m_title;
    QString m_chosen; ///< colour
};

} // namespace Kartoteka
