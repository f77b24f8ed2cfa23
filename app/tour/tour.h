// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/camera.h"
#include "tests/support/person.h"

#include <QDir>

namespace Kartoteka {

/// Walks the first path of a salesperson in the real window and takes a picture of each step.
class Tour
{
public:
    struct Setting
    {
        QDir work;      ///< where the demo file is made
        QString sample; ///< the CSV to import
    };
    Tour(MainWindow &window, Camera &camera, Setting setting);

    /// @return false when a step did not lead where it should; says which on standard error.
    bool walk();

private:
    bool makeDemoFile();
    bool importLeads();
    bool moveCard();
    bool useList();
    bool workOnCard();
    bool convertLead();
    bool winDeal();
    void picture(const QString &name);
    bool check(bool condition, const QString &step);

    MainWindow &m_window;
    Camera &m_camera;
    Setting m_setting;
    Person m_person;
    int m_number = 0;
};

} // namespace Kartoteka
