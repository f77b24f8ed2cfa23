// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cancel_token.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace Kartoteka {

/// The text of one component of a calendar file, unfolded and in UTF-8, with what is within it.
struct CalendarPart
{
    QByteArray name; ///< VEVENT, VTODO, VTIMEZONE
    QByteArray text;
    QList<qint64> lines = {};  ///< where each of its lines begins in the file, from 1
    QByteArray formatted = {}; ///< its first formatted description, the line; no part of the text

    /// "Line 7, column 9": where the value of its first property of a name stands; where it begins, when it has none.
    QString placeOf(const QByteArray &property) const;
};

/// What is not read of a file.
struct LeftOut
{
    int count = 0;
    qint64 first = 0; ///< the line of the first of them

    void add(qint64 line)
    {
        if (++count == 1)
            first = line;
    }
};

struct CalendarParts
{
    QByteArray method;
    QList<CalendarPart> parts;
    bool isCut = false;  ///< one of them is not ended: the file is damaged
    bool isOpen = false; ///< a calendar in it is not ended: more may have stood there
    qint64 lastLine = 0; ///< how many lines it has
    LeftOut attachments = {};
    LeftOut others = {};  ///< notes and lists of busy times
    LeftOut endless = {}; ///< parts of which only the beginning is taken
};

/// Takes a calendar file apart, so that one event that makes no sense does not spoil the others. Lines that are folded in the midst of
/// a letter, or broken without a blank, are put together; what is attached is left out, and so is what is formatted, but for a description. Of a part
/// of more lines than any event has, or with more within it, only so much is taken. Refused where there is no calendar in it, a letter that no text has, or more than @p most events.
Result<CalendarParts> calendarParts(const QByteArray &bytes, qsizetype most, const CancelToken &cancel);

} // namespace Kartoteka
