// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_row.h"

#include "core/items/attachments.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "views/card/file_picture.h"
#include "views/fields/members_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/spoken_role.h"

#include <QApplication>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace Kartoteka {

namespace {

/// A word that is longer than the card is wide must not push what stands beside it away: it may break every so many signs.
QString breakable(const QString &text)
{
    constexpr int longestRun = 24;
    static const QRegularExpression run(u"\\S{%1}(?=\\S)"_s.arg(longestRun), QRegularExpression::UseUnicodePropertiesOption);
    QString broken = text;
    return broken.replace(run, u"\\0\u200B"_s);
}

} // namespace

FieldRow::FieldRow(Store &store, const Field &field, QWidget *parent) : QWidget(parent), m_store(store), m_field(field)
{
    setObjectName(u"field_"_s + field.code);
    setAccessibleName(displayName(field));
    setFocusPolicy(field.editable ? Qt::StrongFocus : Qt::NoFocus);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(Space::s, Space::xs, Space::s, Space::xs);
    m_layout->setSpacing(2);
    const Theme &theme = Theme::of(QApplication::palette());
    const QString star = field.required ? u" <span style='color:%1'>*</span>"_s.arg(theme.colour(ColourRole::Danger).name())
                                        : QString();
    m_label = new QLabel(displayName(field).toHtmlEscaped() + star, this);
    m_label->setTextFormat(Qt::RichText);
    m_label->setFont(Theme::small(font()));
    m_label->setProperty("muted", true);
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText); // what is escaped must be read back, tags or none
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setFont(Theme::small(font()));
    m_problem->setProperty("problem", true);
    m_problem->setObjectName(u"problem_"_s + field.code);
    m_problem->hide();
    m_layout->addWidget(m_label);
    if (field.type == FieldType::File) {
        m_picture = new FilePicture(store, this);
        m_layout->addWidget(m_picture);
    }
    m_layout->addWidget(m_text);
    m_layout->addWidget(m_problem);
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
    connect(m_text, &QLabel::linkActivated, this, [this](const QString &link) {
        if (link.startsWith(u"item:"_s))
            emit linkActivated({link.section(u':', 1, 1).toLongLong(), link.section(u':', 2).toLongLong(), {}});
        else if (link.startsWith(u"attached:"_s))
            emit fileActivated(link.section(u':', 1).toLongLong());
        else
            QDesktopServices::openUrl(QUrl(link));
    });
}

/// The value with what can be followed as links: phones, e-mails, sites, items.
QString FieldRow::richValue() const
{
    const SchemaPtr schema = m_store.schema();
    const QString accent = Theme::of(palette()).colour(ColourRole::Accent).name();
    const auto anchor = [&](const QString &href, const QString &text) {
        return u"<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>"_s.arg(href.toHtmlEscaped(), accent,
                                                                                      breakable(text).toHtmlEscaped());
    };
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    const EntityType *target = schema->type(m_field.target);
    if (m_field.type == FieldType::Link && !m_field.multiple && target) {
        return anchor(u"item:%1:%2"_s.arg(target->id).arg(m_value.toLongLong()),
                      valueText(*schema, m_field, m_value, titles));
    }
    if (m_field.type == FieldType::File) {
        QStringList files;
        for (const qint64 id : filesIn(m_field, m_value))
            files << anchor(u"attached:%1"_s.arg(id), itemTitle(reader, {attachedFile, id, {}}));
        return files.join(u"<br>"_s);
    }
    if (!m_field.multiple && !holdsTexts(m_field.type))
        return breakable(valueText(*schema, m_field, m_value, titles)).toHtmlEscaped().replace(u'\n', u"<br>"_s);
    QStringList lines;
    for (const Member &member : m_value.value<Members>()) {
        const QString one = valueText(*schema, m_field, toValue(Members{member}), titles);
        const QString key = member.key.isEmpty() ? member.text : member.key;
        QString line = breakable(one).toHtmlEscaped();
        if (m_field.type == FieldType::Phone)
            line = anchor(u"tel:"_s + key, one);
        else if (m_field.type == FieldType::Email)
            line = anchor(u"mailto:"_s + member.text, one);
        else if (m_field.type == FieldType::Url)
            line = anchor(member.text.contains(u"://"_s) ? member.text : u"https://"_s + member.text, one);
        else if (m_field.type == FieldType::Link && target)
            line = anchor(u"item:%1:%2"_s.arg(target->id).arg(member.ref.id), one);
        if (!member.label.isEmpty()) {
            line += u" <span style='color:%1'>%2</span>"_s.arg(Theme::of(palette()).colour(ColourRole::Muted).name(),
                                                               labelText(member.label).toHtmlEscaped());
        }
        lines << line;
    }
    const bool stacked = m_field.type == FieldType::Phone || m_field.type == FieldType::Email
        || m_field.type == FieldType::Url;
    return lines.join(stacked ? u"<br>"_s : u", "_s);
}

void FieldRow::showValue()
{
    if (isEmpty()) {
        m_text->setText(u"<span style='color:%1'>%2</span>"_s.arg(Theme::of(palette()).colour(ColourRole::Muted).name(),
                                                                  m_field.editable ? tr("empty") : u"—"_s));
    } else {
        m_text->setText(richValue());
    }
    if (m_picture)
        m_picture->setFile(filesIn(m_field, m_value).value(0));
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    const QString value = isEmpty() ? tr("empty") : valueText(*m_store.schema(), m_field, m_value, titles);
    setAccessibleName(tr("%1: %2", "a field and its value").arg(displayName(m_field), value));
}

void FieldRow::setValue(const Value &value)
{
    // What is being typed is never overwritten by a change from elsewhere.
    const auto typed = m_editor ? m_editor->value() : Result<Value>(m_value);
    const bool untouched = typed && *typed == m_value;
    m_value = value;
    showValue();
    if (!m_editor || !m_always || !untouched)
        return;
    m_editor->setValue(value);
    if (auto *line = qobject_cast<QLineEdit *>(m_editor->input()))
        line->home(false);
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
    m_editor->setValue(m_value);
    m_layout->insertWidget(2, m_editor);
    m_text->hide();
    if (m_hint)
        m_hint->show();
    setFocusPolicy(Qt::NoFocus);
    m_editor->show();
    watchEditor();
    if (m_always) {
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

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
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

void FieldRow::paintEvent(QPaintEvent *)
{
    if (m_editor || !m_field.editable || (!m_hovered && !hasFocus()))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    painter.setPen(hasFocus() ? QPen(theme.colour(ColourRole::Accent), 2) : QPen(Qt::NoPen));
    painter.setBrush(m_hovered ? QBrush(theme.hover()) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Space::controlRadius, Space::controlRadius);
}

} // namespace Kartoteka
