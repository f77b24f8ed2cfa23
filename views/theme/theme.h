// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QIcon>
#include <QPalette>

namespace Kartoteka {

/// What a colour is for. Widgets and painters name roles, never colours.
enum class ColourRole {
    Window,    ///< sidebar, timeline, a dialog's foot
    Lane,      ///< body of a column, segmented control
    Surface,   ///< toolbar, panel, dialogs
    Raised,    ///< cards, menus
    Line,      ///< hairlines
    Edge,      ///< of what must be found: inputs, check boxes
    QuietEdge, ///< the same at rest, where many stand together
    Text,
    Muted,
    Placeholder,
    Accent, ///< as text and as ring; under white text it is accentFill()
    Tint,   ///< selection, chip
    Hover,
    Danger,
    Success,
    Warning
};

/// Steps of the 4-pixel grid and the radii.
namespace Space {
constexpr int xs = 4;
constexpr int s = 8;
constexpr int m = 12;
constexpr int l = 16;
constexpr int xl = 24;
constexpr int chipRadius = 4;
constexpr int controlRadius = 6;
constexpr int cardRadius = 8;
constexpr int laneRadius = 10;
} // namespace Space

/// How close things stand; chosen by a person, kept on the computer.
enum class Density { Compact, Usual, Roomy };
/// Lengths that the density decides, in pixels for a font of 18 pixels' height.
struct Sizes
{
    int control;
    int listRow;
    int cardPadding;
    int fieldRow;
    int laneGap;
};
const Sizes &sizes();

/// The colours of one appearance, light or dark. Chosen by the palette at hand.
class Theme
{
public:
    /// The theme whose palette this is.
    static const Theme &of(const QPalette &palette);
    static const Theme &light() { return get(false, false); }
    static const Theme &dark() { return get(true, false); }
    /// @p stark: in high contrast.
    static const Theme &get(bool dark, bool stark);

    bool isDark() const { return m_dark; }
    bool isStark() const { return m_stark; }
    QColor colour(ColourRole role) const;
    /// 12 % of a colour on the surface: behind a stage, a badge.
    QColor tint(const QColor &colour, ColourRole on = ColourRole::Surface) const;
    /// The pointer is over something.
    QColor hover() const { return colour(ColourRole::Hover); }
    /// … and presses it.
    QColor pressed() const { return colour(m_stark ? ColourRole::Hover : ColourRole::Line); }
    /// Accent as a filling under white text (contrast ≥ 4.5).
    QColor accentFill() const;
    /// Danger as a filling under white text: what destroys, and counters of what is late.
    QColor dangerFill() const;
    /// A stage's colour as text on its own tint: darkened or lightened until it reads (contrast ≥ 4.5).
    QColor readable(const QColor &colour, ColourRole on = ColourRole::Surface) const;
    /// A stage's colour as a mark: moved away from the ground until it can be seen.
    QColor mark(const QColor &colour, ColourRole on = ColourRole::Surface) const;
    /// A colour as a filling under white text: darkened until that reads.
    static QColor underWhite(const QColor &colour);
    /// The colour behind a person's initials, the same on every computer; white reads on it.
    static QColor personColour(const QUuid &person);

    QPalette palette() const;
    /// The style sheet with roles and sizes put in.
    QString styleSheet(const QFont &base) const;

    static QFont small(const QFont &base);
    static QFont caption(const QFont &base);
    static QFont strong(const QFont &base);
    static QFont title(const QFont &base);

    /// An icon of the project's family in the colour of a role.
    QIcon icon(const QString &name, ColourRole role = ColourRole::Text) const;
    QIcon icon(const QString &name, const QColor &colour) const;

private:
    Theme(bool dark, bool stark) : m_dark(dark), m_stark(stark) {}
    bool m_dark;
    bool m_stark;
};

/// Contrast ratio of two colours (WCAG 2.1, 1.4.3).
double contrast(const QColor &a, const QColor &b);

/// A length drawn for a font of 19 pixels' height, in the same proportion to a larger font.
int scaled(int length, const QFontMetrics &metrics);
/// What a dialog drawn as @p size takes over @p parent: scaled with the font, not larger than the window.
QSize dialogSize(const QWidget &parent, const QSize &size);

/// Makes a button the one that a dialog or toolbar is about.
void makePrimary(QWidget *button);
/// The same for what destroys.
void makeDestructive(QWidget *button);

/// Light, dark, black on white, white on black, or as the system has it.
enum class Appearance { System, Light, Dark, StarkLight, StarkDark };
/// By the name that settings keep; the system's where there is none such.
Appearance appearanceOf(const QString &name);
/// The same of a density; the usual one where there is none such.
Density densityOf(const QString &name);
/// Gives the application its style, palette, style sheet and, where the system's is too small to read, font.
void applyAppearance(QApplication &application, Appearance appearance, Density density = Density::Usual);

} // namespace Kartoteka
