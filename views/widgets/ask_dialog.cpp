// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/ask_dialog.h"

#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int dialogWidth = 440;
constexpr int detailsHeight = 88;
// A name of any length may stand in a question: its beginning and the question's end are what one needs.
constexpr qsizetype longestQuestion = 180;
constexpr int overhang = 2; ///< of a letter that reaches beyond its line, as a bold W does
constexpr qsizetype longestExplanation = 800;

QString inMiddle(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const qsizetype end = longest / 3;
    return text.left(longest - end) + u'…' + text.right(end);
}

/// Lets a label break words that are longer than a line: paths, addresses. No other word is broken.
QString breakable(const QString &text, const QFontMetrics &metrics)
{
    const int line = scaled(dialogWidth, metrics) - 2 * Space::xl - overhang;
    QString out;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from;
        while (to < text.size() && !text[to].isSpace())
            ++to;
        const QString word = text.mid(from, to - from);
        const bool isLong = metrics.horizontalAdvance(word) > line;
        for (const QChar c : word) {
            out += c;
            if (isLong && !c.isHighSurrogate())
                out += QChar(0x200b); // zero width space
        }
        for (; to < text.size() && text[to].isSpace(); ++to)
            out += text[to];
        from = to;
    }
    return out;
}

QLabel *addText(QBoxLayout *layout, const QString &text, const QFont &font = QApplication::font())
{
    auto *label = new QLabel(breakable(text, QFontMetrics(font)));
    label->setTextFormat(Qt::PlainText); // names are what people typed
    label->setWordWrap(true);
    layout->addWidget(label);
    return label;
}

/// A wrapped text asks for the height of one line at least, to which a window manager may make the dialog: for all of its lines.
void keepLines(QLabel *label, int width)
{
    label->setMinimumHeight(label->heightForWidth(width));
}

} // namespace

AskDialog::AskDialog(QWidget *parent, const QString &question, const QString &explanation)
    : WalkedDialog(parent), m_buttons(new QDialogButtonBox(this))
{
    setObjectName(u"askDialog"_s);
    setWindowTitle(tr("Kartoteka"));
    setWindowModality(Qt::WindowModal);
    setAccessibleName(question);
    setAccessibleDescription(explanation);
    auto *outer = new QVBoxLayout(this);
    constexpr int above = Space::l + Space::xs;
    outer->setContentsMargins(Space::xl, above, Space::xl, above);
    outer->setSpacing(0);
    m_layout = new QVBoxLayout;
    m_layout->setSpacing(Space::s);
    outer->addLayout(m_layout);
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::xs);
    m_layout->addLayout(words);
    QLabel *heading = addText(words, inMiddle(question, longestQuestion), Theme::title(font()));
    heading->setObjectName(u"askQuestion"_s);
    heading->setFont(Theme::title(font()));
    heading->setContentsMargins(0, 0, overhang, 0);
    if (!explanation.isEmpty()) {
        QLabel *more = addText(words, inMiddle(explanation, longestExplanation));
        more->setObjectName(u"askExplanation"_s);
        more->setProperty("muted", true);
        more->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    outer->addStretch(1); // a wrapped text is given more height than it needs
    outer->addSpacing(above);
    outer->addWidget(m_buttons);
    setFixedWidth(scaled(dialogWidth, fontMetrics()));
}

void AskDialog::setDetails(const QString &details)
{
    if (details.isEmpty())
        return;
    auto *box = new QPlainTextEdit(details, this);
    box->setObjectName(u"askDetails"_s);
    box->setReadOnly(true);
    box->setTabChangesFocus(true);
    box->setFixedHeight(scaled(detailsHeight, fontMetrics()));
    addField(tr("Details"), box);
    QPushButton *copy = m_buttons->addButton(tr("Copy the details"), QDialogButtonBox::ResetRole);
    copy->setObjectName(u"askCopy"_s);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [details] { QGuiApplication::clipboard()->setText(details); });
}

void AskDialog::addAnswer(const QString &verb, const QString &name, Kind kind)
{
    const bool other = kind == Kind::Other;
    QPushButton *button = m_buttons->addButton(verb, other ? QDialogButtonBox::ActionRole : QDialogButtonBox::AcceptRole);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, name, other] {
        if (!other && isRefused())
            return;
        m_answer = name;
        accept();
    });
    if (other)
        return;
    kind == Kind::Primary ? makePrimary(button) : makeDestructive(button);
    m_verb = button;
    button->setDefault(kind != Kind::ForGood);
    if (!m_line && kind != Kind::ForGood)
        button->setFocus();
    judge();
}

void AskDialog::addCancel()
{
    QPushButton *button = m_buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    button->setObjectName(u"askCancel"_s);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &QDialog::reject);
    if (!m_verb || !m_verb->isDefault()) { // nothing else is what Enter gives
        button->setDefault(true);
        button->setFocus();
    }
}

void AskDialog::addField(const QString &label, QWidget *field)
{
    m_layout->addSpacing(Space::xs);
    if (!label.isEmpty())
        addText(m_layout, label)->setBuddy(field);
    field->setAccessibleName(label.isEmpty() ? accessibleName() : label);
    m_layout->addWidget(field);
}

QLineEdit *AskDialog::addLine(const QString &label, const QString &text, QLineEdit::EchoMode echo, bool mayBeEmpty)
{
    m_line = new QLineEdit(text, this);
    m_line->setObjectName(u"askLine"_s);
    m_line->setEchoMode(echo);
    m_line->selectAll();
    addField(label, m_line);
    waitFor(m_line, mayBeEmpty);
    return m_line;
}

void AskDialog::waitFor(QLineEdit *line, bool mayBeEmpty)
{
    m_line = line;
    m_mayBeEmpty = mayBeEmpty;
    m_line->setFocus();
    connect(m_line, &QLineEdit::textChanged, this, &AskDialog::judge);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        if (m_verb && !m_verb->isEnabled())
            showProblem(m_verb->toolTip()); // a button that cannot be pressed is not under the mouse of who types
    });
    judge();
}

void AskDialog::setCheck(std::function<QString()> problem)
{
    m_check = std::move(problem);
}

bool AskDialog::isRefused()
{
    const QString problem = m_check ? m_check() : QString();
    if (!problem.isEmpty())
        showProblem(problem);
    return !problem.isEmpty();
}

void AskDialog::showProblem(const QString &problem)
{
    if (!m_problem) {
        m_problem = addText(m_layout, {});
        m_problem->setObjectName(u"askProblem"_s);
        m_problem->setProperty("problem", true);
    }
    m_problem->setText(breakable(problem, m_problem->fontMetrics()));
    m_problem->show();
    const QMargins around = layout()->contentsMargins();
    keepLines(m_problem, width() - around.left() - around.right());
    resize(width(), layout()->totalHeightForWidth(width()));
    if (m_line) {
        m_line->setFocus();
        m_line->selectAll();
    }
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QComboBox *AskDialog::addChoice(const QString &label, const QStringList &choices)
{
    constexpr int shownChoices = 12;
    auto *choice = new QComboBox(this);
    choice->setObjectName(u"askChoice"_s);
    choice->addItems(choices);
    choice->setMaxVisibleItems(shownChoices);
    choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a name may be longer than the dialog is wide
    addField(label, choice);
    if (!focusWidget())
        choice->setFocus(); // what stands above it comes first
    return choice;
}

void AskDialog::judge()
{
    if (m_problem)
        m_problem->hide(); // it is said of what stood there before
    if (!m_verb || !m_line)
        return;
    const bool isMissing = !m_mayBeEmpty && m_line->text().trimmed().isEmpty();
    const bool isGood = m_line->hasAcceptableInput();
    m_verb->setEnabled(!isMissing && isGood);
    m_verb->setToolTip(isMissing ? missingText() : !isGood ? tr("This is not complete yet.") : QString());
}

QString AskDialog::ask()
{
    m_answer.clear();
    return exec() == Accepted ? m_answer : QString();
}

void AskDialog::showEvent(QShowEvent *event)
{
    const QMargins around = layout()->contentsMargins();
    const int verbs = m_buttons->sizeHint().width() + around.left() + around.right();
    if (verbs > width()) // what can be answered is read whole
        setFixedWidth(qMin(verbs, qMax(width(), parentWidget() ? parentWidget()->window()->width() : verbs)));
    for (QLabel *label : findChildren<QLabel *>(Qt::FindDirectChildrenOnly)) {
        if (label->wordWrap())
            keepLines(label, width() - around.left() - around.right());
    }
    resize(width(), layout()->totalHeightForWidth(width())); // all of it, however long
    QDialog::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool AskDialog::confirm(QWidget *parent, const QString &question, const QString &explanation, const QString &verb,
                        const QString &name, Kind kind)
{
    AskDialog dialog(parent, question, explanation);
    dialog.addAnswer(verb, name, kind);
    dialog.addCancel();
    return !dialog.ask().isEmpty();
}

void AskDialog::tell(QWidget *parent, const QString &what, const QString &explanation, const QString &details)
{
    AskDialog dialog(parent, what, explanation);
    dialog.setDetails(details);
    dialog.addAnswer(tr("Close"), u"askClose"_s);
    dialog.ask();
}

void AskDialog::tell(QWidget *parent, const QString &what, const Error &why)
{
    QStringList details;
    if (!why.detail.isEmpty() || !why.where.isEmpty()) {
        details << u"Kartoteka %1, %2"_s.arg(QCoreApplication::applicationVersion(), errorCodeName(why.code)) << why.message;
        details << why.where << why.detail;
        details.removeAll(QString());
    }
    tell(parent, what, why.message, details.join(u'\n'));
}

std::optional<QString> AskDialog::line(QWidget *parent, const QString &question, const QString &label, const QString &verb,
                                       const QString &text)
{
    AskDialog dialog(parent, question);
    const QLineEdit *line = dialog.addLine(label, text);
    dialog.addAnswer(verb, u"askAccept"_s);
    dialog.addCancel();
    return dialog.ask().isEmpty() ? std::nullopt : std::optional(line->text().trimmed());
}

std::optional<QString> AskDialog::passphrase(QWidget *parent, const QString &question, const QString &explanation,
                                             const QString &verb)
{
    AskDialog dialog(parent, question, explanation);
    const QLineEdit *line = dialog.addLine(tr("Passphrase"), {}, QLineEdit::Password);
    dialog.addAnswer(verb, u"askAccept"_s);
    dialog.addCancel();
    return dialog.ask().isEmpty() ? std::nullopt : std::optional(line->text());
}

} // namespace Kartoteka
