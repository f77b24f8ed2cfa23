// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "views/widgets/walked_dialog.h"

#include <QLineEdit>

#include <functional>
#include <optional>

class QBoxLayout;
class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace Kartoteka {

/// Every question, message and request for one line. The question stands as a heading and names what it is about, what
/// follows from it stands below, and the buttons say what they do. Esc leaves everything as it is.
class AskDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    /// What an answer does.
    enum class Kind {
        Primary,     ///< what the question is about; Enter gives it
        Other,       ///< something else
        Destructive, ///< as Primary; takes away what can be brought back
        ForGood      ///< nothing brings it back: Enter alone does not give it
    };

    AskDialog(QWidget *parent, const QString &question, const QString &explanation = {});

    /// What helps whoever is asked for help: shown, and copied by a button.
    void setDetails(const QString &details);
    /// @p name: of the button, and what ask() returns.
    void addAnswer(const QString &verb, const QString &name, Kind kind = Kind::Primary);
    void addCancel();
    /// A line to write into; while it is empty the answer waits, unless it may be, and while its validator does not take it.
    QLineEdit *addLine(const QString &label, const QString &text = {}, QLineEdit::EchoMode echo = QLineEdit::Normal,
                       bool mayBeEmpty = false);
    QComboBox *addChoice(const QString &label, const QStringList &choices);
    /// Any other input, with what it is for above it.
    void addField(const QString &label, QWidget *field);

    /// The line of an input of another kind: it has the focus, and the answer waits for it as for one of addLine().
    void waitFor(QLineEdit *line, bool mayBeEmpty = false);
    /// What is wrong with what was typed, asked when the answer is given: it is told here, and the dialog stays.
    void setCheck(std::function<QString()> problem);

    /// Asks and waits. @return the name of the answer; empty when there was none.
    QString ask();

    /// Whether something is to be done.
    static bool confirm(QWidget *parent, const QString &question, const QString &explanation, const QString &verb,
                        const QString &name, Kind kind = Kind::Primary);
    /// Tells what has happened.
    static void tell(QWidget *parent, const QString &what, const QString &explanation = {}, const QString &details = {});
    /// Tells what did not happen, and why.
    static void tell(QWidget *parent, const QString &what, const Error &why);
    /// @return the trimmed line; nothing when the person thought better of it.
    static std::optional<QString> line(QWidget *parent, const QString &question, const QString &label, const QString &verb,
                                       const QString &text = {});
    /// @return what was typed, which may begin with a space.
    static std::optional<QString> passphrase(QWidget *parent, const QString &question, const QString &explanation,
                                             const QString &verb);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void judge();
    bool isRefused();
    void showProblem(const QString &problem);

    QBoxLayout *m_layout;
    QDialogButtonBox *m_buttons;
    QPushButton *m_verb = nullptr;
    QLineEdit *m_line = nullptr;
    QLabel *m_problem = nullptr; ///< made when there is one
    std::function<QString()> m_check;
    bool m_mayBeEmpty = false;
    QString m_answer;
};

} // namespace Kartoteka
