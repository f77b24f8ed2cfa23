// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/theme.h"

#include <QFile>
#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QWidget>

#include <array>
#include <cmath>

// Q_INIT_RESOURCE must stand outside any namespace.
static void initViewResources()
{
    Q_INIT_RESOURCE(views);
}

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

using Colours = std::array<QRgb, 10>;

constexpr Colours lightColours{0xffF6F7F9, 0xffFFFFFF, 0xffFFFFFF, 0xffE3E6EB, 0xff1B1F27,
                               0xff646C7A, 0xff2F6BFF, 0xffD6403A, 0xff1F9D61, 0xffB7791F};
constexpr Colours darkColours{0xff16181D, 0xff1E2128, 0xff262A33, 0xff323742, 0xffE8EAEE,
                              0xff9AA3B2, 0xff5B8CFF, 0xffFF6B64, 0xff3CC585, 0xffE2A93B};

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor &over, const QColor &under, double part)
{
    return QColor::fromRgbF(float(over.redF() * part + under.redF() * (1 - part)),
                            float(over.greenF() * part + under.greenF() * (1 - part)),
                            float(over.blueF() * part + under.blueF() * (1 - part)));
}

constexpr double readingContrast = 4.5; // WCAG 2.1, 1.4.3

QPixmap render(const QByteArray &svg, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    return pixmap;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

const Theme &Theme::light()
{
    static const Theme theme(false);
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme(true);
    return theme;
}

const Theme &Theme::of(const QPalette &palette)
{
    // Views have transparent windows: the colour of the text is what tells.
    return palette.color(QPalette::Text).lightness() >= 128 ? dark() : light();
}

QColor Theme::colour(ColourRole role) const
{
    return QColor::fromRgb((m_dark ? darkColours : lightColours)[size_t(role)]);
}

QColor Theme::tint(const QColor &colour, ColourRole on) const
{
    return mixed(colour, this->colour(on), m_dark ? 0.20 : 0.12);
}

QColor Theme::hover() const
{
    return mixed(colour(ColourRole::Text), colour(ColourRole::Surface), 0.06);
}

namespace {

/// As a filling under white text.
QColor darkenedUntilReads(QColor fill)
{
    while (contrast(Qt::white, fill) < readingContrast)
        fill = mixed(QColor(Qt::black), fill, 0.02);
    return fill;
}

} // namespace

QColor Theme::accentFill() const
{
    return darkenedUntilReads(QColor::fromRgb(lightColours[size_t(ColourRole::Accent)]));
}

QColor Theme::readable(const QColor &colour, ColourRole on) const
{
    QColor out = colour;
    const QColor under = tint(colour, on);
    for (int i = 0; i < 30 && contrast(out, under) < readingContrast; ++i)
        out = m_dark ? mixed(QColor(Qt::white), out, 0.08) : mixed(QColor(Qt::black), out, 0.08);
    return out;
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, const QColor &c) { p.setColor(role, c); };
    set(QPalette::Window, colour(ColourRole::Window));
    set(QPalette::WindowText, colour(ColourRole::Text));
    set(QPalette::Base, colour(ColourRole::Surface));
    set(QPalette::AlternateBase, colour(ColourRole::Window));
    set(QPalette::Text, colour(ColourRole::Text));
    set(QPalette::Button, colour(ColourRole::Raised));
    set(QPalette::ButtonText, colour(ColourRole::Text));
    set(QPalette::ToolTipBase, colour(ColourRole::Raised));
    set(QPalette::ToolTipText, colour(ColourRole::Text));
    set(QPalette::PlaceholderText, colour(ColourRole::Muted));
    set(QPalette::Highlight, accentFill());
    set(QPalette::HighlightedText, Qt::white);
    set(QPalette::Link, colour(ColourRole::Accent));
    set(QPalette::Mid, colour(ColourRole::Line));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, colour(ColourRole::Muted));
    return p;
}

QString Theme::styleSheet(const QFont &base) const
{
    initViewResources();
    QFile file(u":/kartoteka/styles/kartoteka.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const int line = QFontMetrics(base).height();
    const QString suffix = m_dark ? u"dark"_s : u"light"_s;
    // Longer names first: @accentFill must not be read as @accent.
    const QList<QPair<QString, QString>> values{
        {u"@accentFill"_s, accentFill().name()},
        {u"@accentHover"_s, mixed(QColor(Qt::black), accentFill(), 0.12).name()},
        {u"@accentTint"_s, tint(colour(ColourRole::Accent)).name()},
        {u"@toastAccent"_s, (m_dark ? light() : dark()).colour(ColourRole::Accent).name()},
        {u"@accent"_s, colour(ColourRole::Accent).name()},
        {u"@window"_s, colour(ColourRole::Window).name()},
        {u"@surface"_s, colour(ColourRole::Surface).name()},
        {u"@raised"_s, colour(ColourRole::Raised).name()},
        {u"@line"_s, colour(ColourRole::Line).name()},
        {u"@text"_s, colour(ColourRole::Text).name()},
        {u"@muted"_s, colour(ColourRole::Muted).name()},
        {u"@danger"_s, colour(ColourRole::Danger).name()},
        {u"@hover"_s, hover().name()},
        {u"@scroll"_s, mixed(colour(ColourRole::Muted), colour(ColourRole::Surface), 0.35).name()},
        {u"@control"_s, u"%1px"_s.arg(line + 12)},
        {u"@toolHeight"_s, u"%1px"_s.arg(line + 4)},
        {u"@chevronUp"_s, u":/kartoteka/icons/chevron-up-%1.svg"_s.arg(suffix)},
        {u"@chevron"_s, u":/kartoteka/icons/chevron-%1.svg"_s.arg(suffix)},
        {u"@tick"_s, u":/kartoteka/icons/tick.svg"_s}};
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

namespace {

QFont resized(const QFont &base, int points, bool semibold)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() + points);
    else
        font.setPixelSize(base.pixelSize() + points);
    font.setWeight(semibold ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

QFont Theme::small(const QFont &base)
{
    return resized(base, -1, false);
}

QFont Theme::caption(const QFont &base)
{
    return resized(base, -2, true);
}

QFont Theme::title(const QFont &base)
{
    return resized(base, 3, true);
}

QIcon Theme::icon(const QString &name, ColourRole role) const
{
    return icon(name, colour(role));
}

QIcon Theme::icon(const QString &name, const QColor &colour) const
{
    initViewResources();
    QFile file(u":/kartoteka/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray svg = file.readAll().replace("#000000", colour.name().toLatin1());
    const QByteArray faded = QByteArray(svg).replace(colour.name().toLatin1(),
                                                     this->colour(ColourRole::Line).name().toLatin1());
    QIcon icon;
    for (const int size : {16, 20, 24, 32, 40, 48, 64}) {
        icon.addPixmap(render(svg, size));
        icon.addPixmap(render(faded, size), QIcon::Disabled);
    }
    return icon;
}

int scaled(int length, const QFontMetrics &metrics)
{
    constexpr int drawnFor = 19;
    return qMax(length, length * metrics.height() / drawnFor);
}

QSize dialogSize(const QWidget &parent, const QSize &size)
{
    const QFontMetrics metrics = parent.fontMetrics();
    return QSize(scaled(size.width(), metrics), scaled(size.height(), metrics)).boundedTo(parent.window()->size() * 9 / 10);
}

namespace {

/// Fusion with icons that grow with the font.
class ScaledStyle final : public QProxyStyle
{
public:
    ScaledStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        const int length = QProxyStyle::pixelMetric(metric, option, widget);
        switch (metric) {
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_IndicatorWidth:
        case PM_IndicatorHeight: return scaled(length, QFontMetrics(QApplication::font()));
        default: return length;
        }
    }
};

} // namespace

void makePrimary(QWidget *button)
{
    button->setProperty("primary", true);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

void applyAppearance(QApplication &application, Appearance appearance)
{
    QApplication::setStyle(new ScaledStyle);
    // The palette that the platform brought, before any of ours.
    static const bool systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && systemIsDark);
    const Theme &theme = dark ? Theme::dark() : Theme::light();
    QApplication::setPalette(theme.palette());
    application.setStyleSheet(theme.styleSheet(QApplication::font()));
}

} // namespace Kartoteka
