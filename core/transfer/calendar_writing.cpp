// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/calendar_import.h"

#include "core/base/uid.h"
#include "core/items/batch_writer.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype eventsPerBatch = 500;

bool isUpdate(CalendarFate fate)
{
    return fate == CalendarFate::Changed || fate == CalendarFate::Cancelled || fate == CalendarFate::Answered;
}

/// Notes one that was read. @return whether it is to be written.
bool noteRead(const CalendarChange &change, qsizetype at, ImportReport &report)
{
    ++report.read;
    if (change.changes.isEmpty())
        ++report.skipped;
    else if (!change.refusal.isEmpty())
        report.reject({at + 1, change.title, change.refusal});
    return !change.changes.isEmpty() && change.refusal.isEmpty();
}

void noteWritten(const CalendarChange &change, ImportReport &report)
{
    ++(isUpdate(change.fate) ? report.updated : report.imported);
}

/// Writes what a preview says.
class CalendarWriting
{
public:
    CalendarWriting(Store &store, const CalendarPreview &preview, const CalendarImportOptions &options)
        : m_writer(store)
        , m_preview(preview)
        , m_options(options)
        , m_person(options.responsible != 0 ? options.responsible : store.user())
    {
        m_report.act = makeUid(store.clock().now());
        for (const QString &remark : preview.remarks)
            m_report.warn({0, {}, remark});
    }

    QUuid act() const { return m_report.act; }

    Result<ImportReport> run()
    {
        QList<qsizetype> batch;
        for (qsizetype at = 0; at < m_preview.changes.size() && !m_options.cancel.isCancelled(); ++at) {
            if (noteRead(m_preview.changes[at], at, m_report))
                batch << at;
            if (batch.size() < eventsPerBatch && at + 1 < m_preview.changes.size())
                continue;
            if (auto done = send(batch); !done)
                return done.error();
            batch.clear();
            if (m_options.progress)
                m_options.progress(at + 1, m_preview.changes.size());
        }
        m_report.cancelled = m_options.cancel.isCancelled();
        auto done = m_writer.flush();
        return done ? Result<ImportReport>(m_report) : Result<ImportReport>(done.error());
    }

private:
    ChangeSet changesOf(const QList<qsizetype> &batch) const
    {
        ChangeSet set;
        set.act = m_report.act;
        set.goesOn = true;
        set.kind = ActKinds::importing;
        set.subject = m_options.subject;
        for (const qsizetype at : batch)
            set.changes += forWhom(m_preview.changes[at]);
        return set;
    }

    /// A new one is for the person it is imported for, unless the file names that person beside others of the office: then it is for the
    /// first of them, whichever of them reads the file. Who is not named takes part, so that two who read it on their seats both have it.
    QList<Change> forWhom(const CalendarChange &change) const
    {
        QList<Change> changes = change.changes;
        if (change.fate != CalendarFate::New || changes.isEmpty())
            return changes;
        const bool isNamed = change.people.contains(m_person);
        QList<FieldValue> &values = changes.first().values;
        if (std::ranges::find(values, Codes::responsible, &FieldValue::field) != values.end())
            return changes; // one time of a series is whose that is
        values.append({Codes::responsible, isNamed ? change.people.constFirst() : m_person});
        if (isNamed || !m_preview.isForSeveral)
            return changes;
        const Member person{.text = {}, .label = {}, .ref = {0, m_person, {}}, .key = {}};
        const auto participants = std::ranges::find(values, Codes::participants, &FieldValue::field);
        if (participants == values.end())
            values.append({Codes::participants, membersValue({person})});
        else
            participants->value = membersValue(participants->value.value<Members>() + Members{person});
        return changes;
    }

    void count(const QList<qsizetype> &batch)
    {
        for (const qsizetype at : batch)
            noteWritten(m_preview.changes[at], m_report);
    }

    Result<void> send(const QList<qsizetype> &batch)
    {
        if (batch.isEmpty())
            return {};
        return m_writer.send(
            changesOf(batch), [this, batch](const Receipt &) { count(batch); }, [this, batch] { return oneByOne(batch); });
    }

    /// One that is refused does not keep back the others.
    Result<void> oneByOne(const QList<qsizetype> &batch)
    {
        for (const qsizetype at : batch) {
            const auto receipt = m_writer.commitPart(changesOf({at}));
            if (receipt)
                count({at});
            else if (isRefusal(receipt.error()))
                m_report.reject({at + 1, m_preview.changes[at].title, receipt.error().message});
            else
                return receipt.error();
        }
        return {};
    }

    BatchWriter m_writer;
    const CalendarPreview &m_preview;
    const CalendarImportOptions &m_options;
    qint64 m_person; ///< for whom new ones are
    ImportReport m_report;
};

} // namespace

ImportReport CalendarPreview::rehearsed() const
{
    ImportReport report;
    for (qsizetype at = 0; at < changes.size(); ++at) {
        if (noteRead(changes[at], at, report))
            noteWritten(changes[at], report);
    }
    return report;
}

Result<ImportReport> importCalendar(Store &store, const CalendarPreview &preview, const CalendarImportOptions &options)
{
    CalendarWriting writing(store, preview, options);
    auto report = writing.run();
    if (report) {
        auto finished = store.finishAct(report->act).result();
        return finished ? report : Result<ImportReport>(finished.error());
    }
    // What failed half way leaves nothing behind; where even that fails, the next start takes it out.
    (void)store.takeOut(writing.act()).result();
    return report;
}

} // namespace Kartoteka
