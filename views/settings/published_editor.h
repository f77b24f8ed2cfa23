// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Kartoteka {

class ChoiceButton;
class PublishedChoice;

/// Chooses the folder in which a calendar file is kept for other programs.
class PublishedEditor final : public QWidget
{
    Q_OBJECT
public:
    PublishedEditor(Store &store, QWidget *parent);

private:
    void askFolder();
    void showChoice();

    PublishedChoice &m_choice;
    QPushButton *m_folder;
    QPushButton *m_stop;
    QLabel *m_path;
};

/// Chooses what is in it.
ChoiceButton *makePublishedContent(Store &store, QWidget *parent);

} // namespace Kartoteka
