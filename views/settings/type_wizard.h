// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/definitions/type_acts.h"
#include "core/store/store.h"
#include "views/widgets/pending_save.h"
#include "views/widgets/walked_dialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace Kartoteka {

class TypeForm;

/// Makes a type in four steps, of which only the names are needed: what it is called, what it has, its stages, what it belongs to.
/// Beside them the board that comes of it.
class TypeWizard final : public WalkedDialog
{
    Q_OBJECT
public:
    TypeWizard(Store &store, QWidget *parent);

    /// As it would be made now.
    NewType typed() const;

signals:
    void made(qint64 type, const QString &name);

protected:
    void accept() override;
    void reject() override;

private:
    QWidget *makeNames();
    QWidget *makeProperties();
    QWidget *makeStages();
    QWidget *makeLinks();
    void showStep(int step);
    void showPicture();
    bool isNamed();
    bool isWritten() const;
    void refuse(const Error &error);

    Store &m_store;
    QListWidget *m_steps;
    QStackedWidget *m_pages;
    TypeForm *m_form;
    QLineEdit *m_number;
    QLineEdit *m_code;
    QCheckBox *m_hasStages;
    QCheckBox *m_hasPipelines;
    QCheckBox *m_hasClient;
    QCheckBox *m_hasProducts;
    QComboBox *m_template;
    QListWidget *m_links;
    QCheckBox *m_asTab;
    QWidget *m_picture;
    QLabel *m_problem;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_make;
    bool m_codeTyped = false;
    PendingSave m_pending;
};

} // namespace Kartoteka
