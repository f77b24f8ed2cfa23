// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_row.h"

#include "core/items/attachments.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "views/card/value_look.h"
#include "views/fields/field_editor.h"
#include "views/fields/file_picture.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/spoken_role.h"

#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTextDocument>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace Kartoteka {

namespace {

using namespace std::chrono_literals;
constexpr int labelWidth = 128;
constexpr int padding = 5; ///< above and below the text
constexpr auto tinted = 120ms;

/// An editor without a frame must not move the text that it takes the place of.
void evenMargins(QWidget *editor)
{
    const QList<QLineEdit *> lines = editor->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines)
        line->setTextMargins(-2, -1, -2, -1); // what the toolkit puts around the text
    const QList<QComboBox *> boxes = editor->findChildren<QComboBox *>();
    for (QComboBox *box : boxes)
        box->setMaximumHeight(box->fontMetrics().height());
    const QList<QPlainTextEdit *> texts = editor->findChildren<QPlainTextEdit *>();
    for (QPlainTextEdit *text : texts) {
        text->setFrameShape(QFrame::NoFrame);
        text->document()->setDocumentMargin(0);
    }
}

} // namespace

FieldRow::FieldRow(Store &store, const Field &field, QWidget *parent) : QWidget(parent), m_store(store), m_field(field)
{
    setObjectName(u"field_"_s + field.code);
    setAccessibleName(displayName(field));
    setFocusPolicy(field.editable ? Qt::StrongFocus : Qt::NoFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::s, padding, Space::s, padding);
    row->setSpacing(Space::m);
    const Theme &theme = Theme::of(QApplication::palette());
    const QString star = field.required ? u" <span style='color:%1'>*</span>"_s.arg(theme.colour(ColourRole::Danger).name())
                                        : QString();
    m_label = new QLabel(displayName(field).toHtmlEscaped() + star, this);
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_label->setFixedWidth(scaled(labelWidth, fontMetrics()));
    m_label->setProperty("muted", true);
    row->addWidget(m_label, 0, Qt::AlignTop);
    m_layout = new QVBoxLayout;
    m_layout->setSpacing(2);
    row->addLayout(m_layout, 1);
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);                // what is escaped must be read back, tags or none
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop); // beside a label of several lines
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse);
    m_text->setContextMenuPolicy(Qt::NoContextMenu); // the row has one, also where the text is a link
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setFont(Theme::small(font()));
    m_problem->setProperty("problem", true);
    m_problem->setObjectName(u"problem_"_s + field.code);
    m_problem->hide();
    if (field.type == FieldType::File) {
        m_picture = new FilePicture(store, this);
        m_layout->addWidget(m_picture);
    }
    m_layout->addWidget(m_text);
    m_layout->addWidget(m_problem);
    m_meanwhile = new QLabel(this);
    m_meanwhile->setObjectName(u"meanwhile_"_s + field.code);
    m_meanwhile->setWordWrap(true);
    m_meanwhile->setTextFormat(Qt::RichText);
    m_meanwhile->setFont(Theme::small(font()));
    m_meanwhile->setProperty("muted", true);
    m_meanwhile->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_meanwhile->hide();
    m_layout->addWidget(m_meanwhile);
    connect(m_meanwhile, &QLabel::linkActivated, this, &FieldRow::settleMeanwhile);
    if (field.editable && !field.help.isEmpty()) {
        m_hint = new QLabel(field.help, this);
        m_hint->setObjectName(u"hint_"_s + field.code);
        m_hint->setWordWrap(true);
        m_hint->setTextFormat(Qt::PlainText);
        m_hint->setFont(Theme::small(font()));
        m_hint->setProperty("muted", true);
        m_hint->hide();
        m_layout->addWidget(m_hint);
    }
    if (field.editable) {
        setCursor(m_picture ? Qt::PointingHandCursor : Qt::IBeamCursor);
        setToolTip(m_picture ? tr("Click to choose a file (Enter)") : tr("Click to edit (Enter)"));
        setAccessibleDescription(m_picture ? tr("Enter chooses a file") : tr("Enter edits it"));
        speakAs(*this, QAccessible::Button, [this] { beginEdit(); });
    }
    m_text->installEventFilter(this); // a text with links keeps clicks to itself
    connect(m_text, &QLabel::linkHovered, this, [this](const QString &link) { m_hoveredLink = link; });
    connect(m_text, &QLabel::linkActivated, this, [this](const QString &link) {
        if (link == u"more:"_s)
            unfold();
        else if (link.startsWith(u"item:"_s))
            emit linkActivated({link.section(u':', 1, 1).toLongLong(), link.section(u':', 2).toLongLong(), {}});
        else if (link.startsWith(u"attached:"_s))
            emit fileActivated(link.section(u':', 1).toLongLong());
        else if (link.startsWith(u"tel:"_s) || link.startsWith(u"mailto:"_s))
            emit reachWanted(QUrl(link));
        else
            QDesktopServices::openUrl(QUrl(link));
    });
}

void FieldRow::showValue()
{
    if (isEmpty()) {
        m_text->setText(u"<span style='color:%1'>%2</span>"_s.arg(Theme::of(palette()).colour(ColourRole::Muted).name(),
                                                                  m_field.editable ? tr("empty") : u"—"_s));
    } else {
        m_text->setText(richValue(m_store, m_field, m_value,
                                  {.font = font(),
                                   .palette = palette(),
                                   .width = m_text->width(),
                                   .ratio = devicePixelRatioF(),
                                   .isUnfolded = m_unfolded}));
    }
    if (m_picture)
        m_picture->setFile(filesIn(m_field, m_value).value(0));
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    const QString value = isEmpty() ? tr("empty") : valueText(*m_store.schema(), m_field, m_value, titles);
    setAccessibleName(tr("%1: %2", "a field and its value").arg(displayName(m_field), value));
}

void FieldRow::setValue(const Value &value, const QString &by)
{
    const bool isTouched = m_editor && isChanged();
    if (isTouched && value != m_value && !isTyped(value)) {
        // What is being typed is never overwritten by a change from elsewhere: both are shown, the person decides.
        m_other = value;
        showMeanwhile(by);
        return;
    }
    const bool isOther = value != m_value;
    m_unfolded = m_unfolded && !isOther;
    m_value = value;
    showValue();
    if (m_editor && !isTouched && isOther)
        fillEditor();
}

/// The same to the eye as what is typed: it is the person's own, and was saved.
bool FieldRow::isTyped(const Value &value) const
{
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    const auto typed = editedValue();
    return typed
        && valueText(*m_store.schema(), m_field, *typed, titles) == valueText(*m_store.schema(), m_field, value, titles);
}

void FieldRow::fillEditor()
{
    m_editor->setValue(m_value);
    if (auto *line = qobject_cast<QLineEdit *>(m_editor->input()))
        line->home(false); // a long text shows how it begins
}

void FieldRow::showMeanwhile(const QString &by)
{
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    constexpr int longest = 120;
    QString text = m_other->isValid() ? valueText(*m_store.schema(), m_field, *m_other, titles) : tr("empty");
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    const QString accent = Theme::of(palette()).colour(ColourRole::Accent).name();
    const auto link = [&](const QString &href, const QString &words) {
        return u"<a href='%1' style='color:%2'>%3</a>"_s.arg(href, accent, words);
    };
    const QString said = by.isEmpty() ? tr("Meanwhile it became “%1”.").arg(text.toHtmlEscaped())
                                      : tr("%1 wrote “%2”.").arg(by.toHtmlEscaped(), text.toHtmlEscaped());
    m_meanwhile->setText(said + u' ' + link(u"take"_s, tr("Use it")) + u" · "_s + link(u"keep"_s, tr("Keep mine")));
    m_meanwhile->show();
}

/// The person chose between what they typed and what somebody else wrote meanwhile.
void FieldRow::settleMeanwhile(const QString &choice)
{
    if (!m_other)
        return;
    m_value = *std::exchange(m_other, std::nullopt); // what is typed goes on from there
    m_meanwhile->hide();
    if (choice == u"take")
        m_always ? fillEditor() : endEdit();
    if (m_editor)
        m_editor->input()->setFocus();
}

void FieldRow::unfold()
{
    m_unfolded = true;
    showValue();
}

void FieldRow::setAlwaysEditing(bool editing)
{
    if (editing)
        endEdit(); // what was open in place goes on as one of all
    m_always = editing;
    if (editing)
        beginEdit();
    else
        endEdit();
}

void FieldRow::beginEdit()
{
    if (m_editor || !m_field.editable)
        return;
    if (m_picture) {
        if (!m_always)
            emit fileWanted(m_field.code, m_text->mapToGlobal(QPoint(0, m_text->height())));
        return;
    }
    m_editor = makeFieldEditor(m_store, m_field, this);
    setProperty("inPlace", !m_always);
    m_editor->setValue(m_value);
    m_layout->insertWidget(m_layout->indexOf(m_text), m_editor);
    m_text->hide();
    if (!m_always)
        evenMargins(m_editor);
    if (m_hint)
        m_hint->show();
    setFocusPolicy(Qt::NoFocus);
    m_editor->show();
    watchEditor();
    if (m_always) {
        // The label stands in the middle of the box beside it.
        m_label->setContentsMargins(0, qMax(0, (scaled(sizes().control, fontMetrics()) - fontMetrics().height()) / 2), 0, 0);
        if (auto *line = qobject_cast<QLineEdit *>(m_editor->input()))
            line->home(false); // a long text shows how it begins
        return;
    }
    m_editor->input()->setFocus(Qt::MouseFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(m_editor->input()))
        line->selectAll();
    connect(m_editor, &FieldEditor::finished, this, &FieldRow::save);
}

/// Its keys and its focus, those of lines that are added later included.
void FieldRow::watchEditor()
{
    if (!m_editor)
        return;
    m_editor->installEventFilter(this);
    const QList<QWidget *> inputs = m_editor->findChildren<QWidget *>();
    for (QWidget *input : inputs)
        input->installEventFilter(this);
}

void FieldRow::endEdit()
{
    if (!m_editor)
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    FieldEditor *editor = std::exchange(m_editor, nullptr);
    if (m_other)
        m_value = *std::exchange(m_other, std::nullopt); // it stands there, whatever was typed
    m_meanwhile->hide();
    m_label->setContentsMargins(0, 0, 0, 0);
    setFocusPolicy(Qt::StrongFocus);
    if (hadFocus && !m_always)
        setFocus(); // or it would go to whatever comes next
    editor->hide();
    editor->deleteLater();
    if (m_hint)
        m_hint->hide();
    m_text->show();
    setProblem({});
    showValue();
}

Result<Value> FieldRow::editedValue() const
{
    return m_editor ? m_editor->value() : Result<Value>(m_value);
}

bool FieldRow::isChanged() const
{
    const auto value = editedValue();
    if (!value)
        return true;
    // Nobody has said no by leaving the box of an empty field alone.
    const bool isLeftAlone = m_field.type == FieldType::Boolean && !m_value.isValid() && !value->toBool();
    return *value != m_value && !isLeftAlone;
}

void FieldRow::save()
{
    if (!m_editor || m_always)
        return;
    auto value = m_editor->value();
    if (!value) {
        setProblem(value.error().message);
        m_editor->input()->setFocus();
        return;
    }
    if (m_other)
        return; // the line below the field asks which of the two holds
    if (*value == m_value)
        endEdit();
    else
        emit edited(m_field.code, *value);
}

void FieldRow::cancel()
{
    endEdit();
}

void FieldRow::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (m_editor) {
        m_editor->input()->setProperty("problem", !text.isEmpty());
        m_editor->input()->style()->unpolish(m_editor->input());
        m_editor->input()->style()->polish(m_editor->input());
    }
}

void FieldRow::flash()
{
    m_isFresh = true;
    update();
    QTimer::singleShot(tinted, this, [this] {
        m_isFresh = false;
        update();
    });
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text) {
        if (event->type() == QEvent::MouseButtonRelease && m_hoveredLink.isEmpty()) {
            const auto *release = static_cast<QMouseEvent *>(event);
            QMouseEvent own(release->type(), m_text->mapTo(this, release->position()), release->globalPosition(),
                            release->button(), release->buttons(), release->modifiers());
            QApplication::sendEvent(this, &own);
        }
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ChildAdded)
        QTimer::singleShot(0, this, &FieldRow::watchEditor);
    if (m_always || !m_editor)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape) {
            cancel();
            return true;
        }
        if (enter && (!m_editor->isMultiLine() || (key->modifiers() & Qt::ControlModifier))) {
            save();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut) {
        // A question, another window or a menu of the editor is no reason to save: the person comes back to it.
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason || reason == Qt::MenuBarFocusReason)
            return QWidget::eventFilter(watched, event);
        // Focus may go to another part of the same editor, or to a popup of it.
        QTimer::singleShot(0, this, [this] {
            const QWidget *now = QApplication::focusWidget();
            const bool inside = now
                && (isAncestorOf(now) || QApplication::activePopupWidget() || QApplication::activeModalWidget());
            if (m_editor && !inside)
                save();
        });
    }
    return QWidget::eventFilter(watched, event);
}

void FieldRow::mouseReleaseEvent(QMouseEvent *)
{
    beginEdit();
}

void FieldRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2)
        beginEdit();
    else
        QWidget::keyPressEvent(event);
}

void FieldRow::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void FieldRow::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

void FieldRow::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void FieldRow::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void FieldRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    static constexpr std::array fitted{FieldType::Text, FieldType::Address, FieldType::Tags};
    if (event->oldSize().width() != width() && std::ranges::find(fitted, m_field.type) != fitted.end() && !isEmpty()) {
        layout()->activate();
        showValue(); // where it is folded or cut depends on the width
    }
}

void FieldRow::paintEvent(QPaintEvent *)
{
    const bool inPlace = m_editor && !m_always;
    if (!inPlace && !m_isFresh && (m_editor || !m_field.editable))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const QRectF ring = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (inPlace) {
        painter.setPen(QPen(theme.colour(m_problem->isHidden() ? ColourRole::Accent : ColourRole::Danger), 2));
        painter.drawRoundedRect(ring, Space::controlRadius, Space::controlRadius);
        return;
    }
    if (m_hovered || m_isFresh) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_isFresh ? theme.colour(ColourRole::Tint) : theme.hover());
        painter.drawRoundedRect(rect(), Space::controlRadius, Space::controlRadius);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), Space::controlRadius, palette());
}

} // namespace Kartoteka
