// SPDX-License-Identifier: GPL-3.0-or-later
// The application's style: Fusion with icons, ring and lists of our own.
#include "views/theme/fade.h"
#include "views/theme/focus_ring.h"
#include "views/theme/menu_item.h"
#include "views/theme/system_look.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHash>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QProxyStyle>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QTabBar>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int smallestFont = 13;     // pixels
constexpr int besideIcon = 6;        // between a picture and the words after it
constexpr int toolkitsGap = 4;       // the same of a push button, where no style has a say
constexpr double starkContrast = 20; // of a system's palette: pure black and white have 21
constexpr Sizes sizesOf[]{{28, 28, 8, 24, 8}, {32, 32, 10, 28, 12}, {36, 40, 12, 32, 16}};
Density chosenDensity = Density::Usual;

/// The picture of our family for one of the toolkit's; empty where we have none.
QString iconName(QStyle::StandardPixmap picture)
{
    switch (picture) {
    case QStyle::SP_MessageBoxInformation: return u"info"_s;
    case QStyle::SP_MessageBoxQuestion: return u"question"_s;
    case QStyle::SP_MessageBoxWarning:
    case QStyle::SP_MessageBoxCritical: return u"alert"_s;
    case QStyle::SP_DirIcon:
    case QStyle::SP_DirClosedIcon:
    case QStyle::SP_DirOpenIcon:
    case QStyle::SP_DirLinkIcon:
    case QStyle::SP_DirHomeIcon:
    case QStyle::SP_DriveHDIcon:
    case QStyle::SP_ComputerIcon: return u"folder"_s;
    case QStyle::SP_FileIcon:
    case QStyle::SP_FileLinkIcon: return u"file"_s;
    case QStyle::SP_FileDialogNewFolder: return u"plus"_s;
    case QStyle::SP_FileDialogListView: return u"list"_s;
    case QStyle::SP_FileDialogDetailedView: return u"columns"_s;
    case QStyle::SP_FileDialogToParent: return u"chevron-up"_s;
    case QStyle::SP_ArrowBack: return u"undo"_s;
    case QStyle::SP_ArrowForward: return u"redo"_s;
    case QStyle::SP_LineEditClearButton:
    case QStyle::SP_DialogCloseButton: return u"close"_s;
    case QStyle::SP_TrashIcon: return u"trash"_s;
    default: return {};
    }
}

const QString leftwards = u"chevron-left"_s;

/// Which of our pictures stands for an arrow of the toolkit; empty for anything else.
QString arrowName(QStyle::PrimitiveElement element, const QStyleOption &option)
{
    switch (element) {
    case QStyle::PE_IndicatorArrowUp: return u"chevron-up"_s;
    case QStyle::PE_IndicatorArrowDown: return u"chevron-down"_s;
    case QStyle::PE_IndicatorArrowLeft: return leftwards;
    case QStyle::PE_IndicatorArrowRight: return u"chevron-right"_s;
    case QStyle::PE_IndicatorHeaderArrow: {
        const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(&option);
        if (!head || head->sortIndicator == QStyleOptionHeader::None)
            return {};
        return head->sortIndicator == QStyleOptionHeader::SortUp ? u"chevron-up"_s : u"chevron-down"_s;
    }
    case QStyle::PE_IndicatorBranch:
        if (!(option.state & QStyle::State_Children))
            return {};
        return option.state & QStyle::State_Open ? u"chevron-down"_s : u"chevron-right"_s;
    default: return {};
    }
}

/// A wheel over what holds a value scrolls the page: many of these save at once, and nobody meant to change them.
class WheelGuard final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

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
        case PM_MenuHMargin:
        case PM_MenuVMargin: return Space::xs;
        case PM_MenuPanelWidth: return 1;
        case PM_LayoutHorizontalSpacing: return qobject_cast<const QDialogButtonBox *>(widget) ? Space::s : length;
        default: return length;
        }
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const override
    {
        switch (hint) {
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_ComboBox_Popup: return 0;  // a list of so many lines, not a menu of all of them
        case SH_Menu_Scrollable: return 1; // instead of columns all over the screen
        case SH_DialogButtonLayout: return QDialogButtonBox::GnomeLayout; // "Cancel", then what is done
        default: return QProxyStyle::styleHint(hint, option, widget, result);
        }
    }

    QIcon standardIcon(StandardPixmap picture, const QStyleOption *option, const QWidget *widget) const override
    {
        const QString name = iconName(picture);
        if (name.isEmpty())
            return QProxyStyle::standardIcon(picture, option, widget);
        return Theme::of(widget ? widget->palette() : QApplication::palette()).icon(name, ColourRole::Muted);
    }

    QPixmap standardPixmap(StandardPixmap picture, const QStyleOption *option, const QWidget *widget) const override
    {
        return iconName(picture).isEmpty() ? QProxyStyle::standardPixmap(picture, option, widget)
                                           : standardIcon(picture, option, widget).pixmap(48);
    }

    /// Between a picture and the words after it a tool button leaves two pixels, and beside both some more: no style is asked, but
    /// the parts are drawn here, the picture first.
    void drawItemPixmap(QPainter *painter, const QRect &rect, int alignment, const QPixmap &pixmap) const override
    {
        constexpr int spare = 4; // of the picture's place where words follow
        // Letters reach higher above the middle of their line than below it: the picture stands in the middle of letters.
        constexpr int drop = 1;
        const bool isBesideWords = alignment == Qt::AlignCenter
            && rect.width() - qRound(pixmap.width() / pixmap.devicePixelRatio()) == spare;
        m_wordsAt = isBesideWords ? QPoint(rect.right() + 1, rect.top()) : QPoint(-1, -1);
        QProxyStyle::drawItemPixmap(painter, isBesideWords ? rect.translated(-spare / 2, drop) : rect, alignment, pixmap);
    }

    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                      const QString &text, QPalette::ColorRole role) const override
    {
        constexpr int given = 4; // by the toolkit, once the picture stands at the left
        const bool isBesidePicture = std::exchange(m_wordsAt, QPoint(-1, -1)) == rect.topLeft();
        // The sheet cuts what has no room in a combo box; it is to end in an ellipsis.
        const auto *combo = dynamic_cast<const QComboBox *>(painter->device());
        const QString shown = combo ? painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()) : text;
        QProxyStyle::drawItemText(painter, isBesidePicture ? rect.translated(besideIcon - given, 0) : rect, flags, palette,
                                  enabled, shown, role);
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if (element == PE_FrameFocusRect) {
            // The name of a tab fills it; of a list the whole row has the focus.
            const int beside = qobject_cast<const QTabBar *>(widget) ? Space::s : 1;
            const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            const QRectF ring = view ? QRectF(view->visualRect(view->currentIndex()))
                                     : QRectF(option->rect).adjusted(-beside, -1, beside, 1);
            paintFocusRing(*painter, ring, Space::chipRadius, option->palette);
        } else if (element == PE_PanelMenu || element == PE_FrameMenu)
            paintMenuPanel(*painter, option->rect, option->palette,
                           widget && widget->testAttribute(Qt::WA_TranslucentBackground));
        else if (const QString name = arrowName(element, *option); !name.isEmpty())
            drawArrow(name, *option, *painter);
        else if (element != PE_IndicatorBranch) // lines between the rows of a tree
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

    /// In the middle of where the toolkit has a black triangle.
    static void drawArrow(const QString &name, const QStyleOption &option, QPainter &painter)
    {
        constexpr int side = 14;
        const int wanted = scaled(side, QFontMetrics(QApplication::font()));
        const QRect place = alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(wanted, wanted), option.rect);
        const ColourRole role = option.state & State_Enabled ? ColourRole::Muted : ColourRole::QuietEdge;
        painter.save();
        if (name == leftwards) { // the one to the right, turned round
            painter.translate(place.center() * 2 + QPoint(1, 1));
            painter.rotate(180);
        }
        Theme::of(option.palette).icon(name == leftwards ? u"chevron-right"_s : name, role).paint(&painter, place);
        painter.restore();
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override
    {
        if (element == CE_SizeGrip)
            return; // a window is drawn by its edges
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && element == CE_MenuItem)
            paintMenuItem(*painter, *item);
        else if (const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option); head && element == CE_HeaderLabel)
            drawHead(*head, *painter, widget);
        else
            QProxyStyle::drawControl(element, option, painter, widget);
    }

    /// What has no room ends in an ellipsis; Qt reckons without the padding of the sheet.
    void drawHead(const QStyleOptionHeader &head, QPainter &painter, const QWidget *widget) const
    {
        QStyleOptionHeader shown = head;
        const int beside = head.icon.isNull() ? 0 : proxy()->pixelMetric(PM_SmallIconSize, &head, widget) + Space::s;
        shown.text = painter.fontMetrics().elidedText(head.text, Qt::ElideRight, head.rect.width() - beside);
        QProxyStyle::drawControl(CE_HeaderLabel, &shown, &painter, widget);
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override
    {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option); item && type == CT_MenuItem)
            return menuItemSize(*item, size);
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override
    {
        QProxyStyle::polish(widget);
        // The toolkit's own delegate paints a bar of the highlight's colour; this one heeds the sheet.
        if (auto *combo = qobject_cast<QComboBox *>(widget);
            combo && !qobject_cast<QStyledItemDelegate *>(combo->itemDelegate()))
            combo->setItemDelegate(new QStyledItemDelegate(combo));
        if (qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
            widget->installEventFilter(&m_wheel);
        // Its picture is as much wider as the toolkit's gap is too narrow.
        if (auto *button = qobject_cast<QPushButton *>(widget); button && !button->icon().isNull()
            && !button->text().isEmpty()
            && button->iconSize() == QSize(1, 1) * pixelMetric(PM_ButtonIconSize, nullptr, button)
            && button->layoutDirection() == Qt::LeftToRight)
            button->setIconSize(button->iconSize() + QSize(besideIcon - toolkitsGap, 0));
        if (qobject_cast<QMenu *>(widget)) {
            widget->setAttribute(Qt::WA_TranslucentBackground, screenComposes()); // before it is a window
            widget->installEventFilter(&m_menuFade);
        }
        // The list below a line that completes is a window: the sheet's clear ground would leave it black.
        if (auto *list = qobject_cast<QListView *>(widget);
            list && list->windowType() == Qt::Popup && list->objectName().isEmpty())
            list->setObjectName(u"suggestions"_s);
        // Labels and tool tips show what people typed; one that holds marks says so itself.
        if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    }

private:
    mutable QPoint m_wordsAt{-1, -1}; ///< of the tool button whose picture was drawn last
    WheelGuard m_wheel;
    MenuFade m_menuFade;
};

/// The system's font; larger where that cannot be read, or where much room is wanted.
void applyFont(Density density)
{
    static QFont system;
    static QFont ours;
    if (QApplication::font() != ours)
        system = QApplication::font();
    QFont wanted = system;
    const int roomier = density == Density::Roomy ? 1 : 0;
    if (const int size = QFontInfo(system).pixelSize(); size < smallestFont || roomier > 0)
        wanted.setPixelSize(qMax(smallestFont, size) + roomier);
    ours = wanted;
    if (QApplication::font() != wanted)
        QApplication::setFont(wanted);
}

} // namespace

const Sizes &sizes()
{
    return sizesOf[size_t(chosenDensity)];
}

Appearance appearanceOf(const QString &name)
{
    static const QHash<QString, Appearance> known{{u"light"_s, Appearance::Light},
                                                  {u"dark"_s, Appearance::Dark},
                                                  {u"starkLight"_s, Appearance::StarkLight},
                                                  {u"starkDark"_s, Appearance::StarkDark}};
    return known.value(name, Appearance::System);
}

Density densityOf(const QString &name)
{
    return name == u"compact" ? Density::Compact : name == u"roomy" ? Density::Roomy : Density::Usual;
}

void applyAppearance(QApplication &application, Appearance appearance, Density density)
{
    // The palette that the platform brought, before any of ours.
    static const QPalette system = QGuiApplication::palette();
    static const QColor ground = system.color(QPalette::Window);
    static const bool systemIsStark = contrast(ground, system.color(QPalette::WindowText)) > starkContrast;
    chosenDensity = density;
    watchKeyboard(application);
    QApplication::setStyle(new ScaledStyle);
    applyFont(density);
    const bool asSystem = appearance == Appearance::System;
    const bool dark = appearance == Appearance::Dark || appearance == Appearance::StarkDark
        || (asSystem && systemLook().isDark.value_or(ground.lightness() < 128));
    const bool stark = appearance == Appearance::StarkLight || appearance == Appearance::StarkDark
        || (asSystem && systemLook().isStark.value_or(systemIsStark));
    const Theme &theme = Theme::get(dark, stark);
    QApplication::setPalette(theme.palette());
    application.setStyleSheet(theme.styleSheet(QApplication::font()));
}

} // namespace Kartoteka
