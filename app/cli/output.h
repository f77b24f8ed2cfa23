// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonValue>

#include <cstdio>

namespace Kartoteka::Cli {

/// Where a command writes: lines for people, or one JSON document for scripts.
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}

    bool json() const { return m_json; }
    /// A line for people; nothing when scripts read.
    void line(const QString &text) const;
    /// Lines of columns, aligned.
    void table(const QStringList &header, const QList<QStringList> &rows) const;
    /// Something worth knowing that is not the result: on standard error.
    void remark(const QString &text) const;
    /// The result for scripts; nothing when people read.
    void document(const QJsonValue &value) const;
    /// False when something that was to be said could not be written: the disk is full, the reader has gone.
    bool isWritten() const { return m_written; }
    /// Reports an error; @return the exit status it calls for.
    int fail(const Error &error) const;

private:
    void write(FILE *stream, const QString &text) const;

    bool m_json;
    mutable bool m_written = true;
};

/// 0 done, 1 refused by a rule, 2 wrong usage, 3 file or database error.
int exitStatus(ErrorCode code);

} // namespace Kartoteka::Cli
