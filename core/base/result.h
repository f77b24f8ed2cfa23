// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>

#include <utility>
#include <variant>

namespace Kartoteka {

using namespace Qt::StringLiterals;

/// Why an act did not happen; the command line's exit status follows from it.
enum class ErrorCode {
    Refused,   ///< a rule of the office said no
    Usage,     ///< the request itself makes no sense
    NotFound,  ///< what was named does not exist
    Cancelled, ///< the person or a newer request stopped it
    Database,  ///< SQLite failed
    File,      ///< a file could not be read or written
    NotOurs,   ///< the file is no Kartoteka database
    Newer,     ///< the file was written by a newer program
    Damaged,   ///< the file is a database with broken contents
    ReadOnly,  ///< the file may not be written
    Locked,    ///< another program holds the file
    Full,      ///< no space left on the disk
};

/// Stable name of a code for scripts, for example "refused".
QString errorCodeName(ErrorCode code);

/// What would let an act go on that was refused: a person can give it.
enum class Needs {
    Nothing,
    Passphrase,      ///< another one, or the first
    AcceptedSender,  ///< the word that a file is to be read though nobody here knows who signed it
    AcceptedClock,   ///< the word that a clock far ahead is to be taken
    OtherHistory,    ///< a file of the answer, since this one builds on a history that is not known here
    AcceptedOverlap, ///< the word that a booking may stand beside others, or another time: what is free is offered
    OtherPlace,      ///< where the items go that stand in what is to be deleted
};

struct Error
{
    ErrorCode code = ErrorCode::Refused;
    QString message; ///< for people, translated, says what to do where that is known
    QString detail;  ///< for the log, untranslated
    QString where;   ///< field code, file position or the like; may be empty
    Needs needs = Needs::Nothing;
    QVariantList offers = {}; ///< what could be had instead; what it is, whoever refuses says

    /// A rule of the office said no.
    static Error refused(const QString &message, const QString &where = {})
    {
        return {ErrorCode::Refused, message, {}, where};
    }
    /// The request itself makes no sense.
    static Error usage(const QString &message, const QString &where = {}) { return {ErrorCode::Usage, message, {}, where}; }
};

/// A value or the reason why there is none. Dropping it is a compiler warning.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT(google-explicit-constructor)

    explicit operator bool() const { return m_state.index() == 0; }
    T &operator*() & { return std::get<0>(m_state); }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {} // NOLINT(google-explicit-constructor)

    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace Kartoteka
