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
enum class ColourRole { Window, Surface, Raised, Line, Text, Muted, Accent, Danger, Success, Warning };

/// Steps of the 4-pixel grid and the radii.
namespace Space {
constexpr int xs = 4;
constexpr int s = 8;
constexpr int m = 12;
constexpr int l = 16;
constexpr int xl = 24;
constexpr int controlRadius = 6;
constexpr int cardRadius = 8;
} // namespace Space

/// The colours of one appearance, light or dark. Chosen by the palette at hand.
class Theme
{
public:
    /// The theme whose palette this is.
    static const Theme &of(const QPalette &palette);
    static const Theme &light();
    static const Theme &dark();

    bool isDark() const { return m_dark; }
    QColor colour(ColourRole role) const;
    /// 12 % of a colour on the surface: behind a stage, a badge, a selection.
    QColor tint(const QColor &colour, ColourRole on = ColourRole::Surface) const;
    /// The pointer is over something.
    QColor hover() const;
    /// Accent as a filling under white text (contrast ≥ 4.5).
    QColor accentFill() const;
    /// A stage's colour as text on the surface: darkened or lightened until it reads (contrast ≥ 4.5).
    QColor readable(const QColor &colour, ColourRole on = ColourRole::Surface) const;

    QPalette palette() const;
    /// The style sheet with roles and sizes put in.
    QString styleSheet(const QFont &base) const;

    static QFont small(const QFont &base);
    static QFont caption(const QFont &base);
    static QFont title(const QFont &base);

    /// An icon of the project's family in the colour of a role.
    QIcon icon(const QString &name, ColourRole role = ColourRole::Text) const;
    QIcon icon(const QString &name, const QColor &colour) const;

private:
    explicit Theme(bool dark) : m_dark(dark) {}
    bool m_dark;
};

/// Contrast ratio of two colours (WCAG 2.1, 1.4.3).
double contrast(const QColor &a, const QColor &b);

/// A length drawn for a font of 19 pixels' height, in the same proportion to a larger font.
int scaled(int length, const QFontMetrics &metrics);
/// What a dialog drawn as @p size takes over @p parent: scaled with the font, not larger than the window.
QSize dialogSize(const QWidget &parent, const QSize &size);

/// Makes a button the one that a dialog or toolbar is about.
void makePrimary(QWidget *button);

/// Light, dark, or as the system has it.
enum class Appearance { System, Light, Dark };
/// Gives the application its style, palette and style sheet.
void applyAppearance(QApplication &application, Appearance appearance);

} // namespace Kartoteka
