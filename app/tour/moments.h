// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/camera.h"
#include "core/schema/value.h"

#include <functional>

class QMenu;

namespace Kartoteka {

class BoardSection;
class ListSection;
class SectionPage;

/// Takes pictures of what stands on a page only while somebody works on it: a card that is carried, lanes, chosen rows,
/// editors, what another wrote meanwhile, what came of an import.
class Moments
{
public:
    /// Begins something and takes a picture of what stands before the window then.
    using Shown = std::function<void(const QString &name, const std::function<void()> &begin)>;

    Moments(MainWindow &window, Camera &camera, Shown shown);

    /// A section's board, list and calendar, with the names of their pictures beginning with @p code.
    void page(SectionPage *page, const QString &code);
    /// The first list of choices of the filter, whose panel is open.
    void filterChoices(SectionPage *page);
    /// A field of the open card that is edited here and was changed by somebody else.
    void conflict(const ItemRef &item);
    /// What an import of @p sample tells at its end; taken back after.
    void imported(const QString &sample);

private:
    void board(BoardSection *section, const QString &code);
    void lanes(BoardSection *section, const QString &code);
    void list(ListSection *section, const QString &code);

    MainWindow &m_window;
    Camera &m_camera;
    Shown m_shown;
};

} // namespace Kartoteka
