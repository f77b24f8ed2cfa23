// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/setting_merge.h"

#include "core/base/texts.h"
#include "core/base/uid.h"

#include <algorithm>

namespace Kartoteka {

Result<void> SettingMerge::take(const RecordTable &table, const JournalRow &row, qint64 journalRow)
{
    auto course = courseOf(row.uid);
    if (!course)
        return course.error();
    if (course->code.isEmpty())
        return m_journal.setAside(journalRow, row, Texts::tr("it changes a record that is not here."));
    Row before;
    if (course->id != 0) {
        QUuid same;
        auto stored = m_transaction.readRow(table, course->id, same);
        if (!stored)
            return stored.error();
        before = *stored;
    }
    return course->writes.isEmpty() && !course->isOriginal ? erase(table, *course, before, journalRow)
                                                           : write(table, *course, before, journalRow);
}

/// The code is empty when nothing tells what the setting is.
Result<SettingMerge::Course> SettingMerge::courseOf(const QUuid &given)
{
    auto all = m_writes.ofSettings();
    if (!all)
        return all.error();
    QHash<QUuid, QString> codes;
    for (const RecordWrite &write : std::as_const(*all)) {
        if (write.operation != u"update" && write.patch.contains(u"code"_s))
            codes.insert(write.uid, write.patch[u"code"].toString());
    }
    auto standing = connection().scalar(u"SELECT code FROM setting WHERE uid = ?"_s, {uidBytes(given)});
    if (!standing)
        return standing.error();
    Course course;
    course.code = codes.value(given, standing->toString());
    if (course.code.isEmpty())
        return course;
    course.uid = standing->isValid() ? given : QUuid();
    {
        auto c = connection().query(u"SELECT id, uid FROM setting WHERE code = ?"_s, {course.code});
        if (!c)
            return c.error();
        if (c->next()) {
            course.id = c->integer(0);
            course.uid = uidFromBytes(c->bytes(1));
        }
    }
    course.isOriginal = course.id != 0 && !codes.contains(course.uid);
    QList<RecordWrite> erasures;
    for (const RecordWrite &write : std::as_const(*all)) {
        if (codes.value(write.uid, write.uid == course.uid ? course.code : QString()) == course.code)
            (write.operation == u"erase" ? erasures : course.writes).append(write);
    }
    course.writes.removeIf([&](const RecordWrite &write) {
        return !isClockSetting(course.code)
            && std::any_of(erasures.begin(), erasures.end(), [&](const RecordWrite &erasure) {
                   return erasure.version.isAwareOf(write.version)
                       && (erasure.uid == write.uid || codes.contains(write.uid));
               });
    });
    return course;
}

Result<void> SettingMerge::erase(const RecordTable &table, const Course &course, const Row &before, qint64 journalRow)
{
    if (course.id == 0)
        return m_journal.place(journalRow, 0, {});
    ++m_report.tables[table.code].deleted;
    auto erased = m_transaction.replaceRow(table, course.id, course.uid, before, {});
    return erased ? m_journal.place(journalRow, course.id, {}) : Result<void>(erased.error());
}

Result<void> SettingMerge::write(const RecordTable &table, const Course &course, const Row &before, qint64 journalRow)
{
    QUuid wanted = course.isOriginal ? course.uid : course.writes.first().uid;
    for (const RecordWrite &write : course.writes) {
        if (!course.isOriginal && uidBytes(write.uid) < uidBytes(wanted))
            wanted = write.uid;
    }
    const int valueAt = table.indexOf(u"value"_s);
    const QList<FieldWrite> values = m_writes.ofColumn(u"value"_s, course.writes);
    Row after = course.id == 0 ? Row(table.columns.size()) : before;
    after[table.indexOf(u"code"_s)] = course.code;
    if (!values.isEmpty())
        after[valueAt] = fromJournal(table.columns[valueAt], mergedValue(values), m_transaction.identity());
    if (course.id != 0 && course.uid != wanted) {
        auto done = connection().run(u"UPDATE setting SET uid = ? WHERE id = ?"_s, {uidBytes(wanted), course.id});
        if (!done)
            return done;
        m_transaction.identity().forget(); // another uid stands for the row now
    }
    ++(course.id == 0 ? m_report.tables[table.code].added : m_report.tables[table.code].changed);
    auto written = m_transaction.replaceRow(table, course.id, wanted, before, after);
    if (!written)
        return written.error();
    MergeTarget target{table, *written, wanted, before, after, journalRow};
    for (const RecordWrite &write : course.writes) {
        auto done = connection().run(u"UPDATE journal SET record = ?, owner_type = 0, owner_id = ? WHERE id = ?"_s,
                                     {*written, *written, write.version.row});
        if (!done)
            return done;
    }
    if (auto done = m_journal.place(journalRow, *written, {}); !done)
        return done;
    if (course.id != 0) {
        if (auto done = m_journal.keepMerged(target, m_transaction.identity()); !done)
            return done;
    }
    const ClockCorrection correction = clockCorrection(course.code, after[valueAt].toString());
    if (!correction.origin.isNull())
        m_clocks.take(correction);
    return m_conflicts.keep(target, u"value"_s, lostWrites(values));
}

} // namespace Kartoteka
