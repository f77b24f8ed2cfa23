// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/stage_templates.h"

#include "core/base/texts.h"
#include "core/schema/schema.h"
#include "core/schema/stage_colours.h"

namespace Kartoteka {

QList<StageTemplate> stageTemplates()
{
    return {{u"empty"_s, Texts::tr("Plain"), {{}, {}}, {}, {QString()}}, // the program's own names
            {u"sales"_s,
             Texts::tr("Sales"),
             {Texts::tr("New", "stage"), Texts::tr("Needs identified"), Texts::tr("Proposal sent"), Texts::tr("Contract"),
              Texts::tr("Awaiting payment")},
             Texts::tr("Sold"),
             {Texts::tr("Lost", "stage"), Texts::tr("Not a fit")}},
            {u"approval"_s,
             Texts::tr("Approval"),
             {Texts::tr("Draft"), Texts::tr("In approval"), Texts::tr("Awaiting signature")},
             Texts::tr("Approved"),
             {Texts::tr("Rejected")}},
            {u"request"_s,
             Texts::tr("Requests"),
             {Texts::tr("Received"), Texts::tr("In progress", "stage"), Texts::tr("Waiting for a reply")},
             Texts::tr("Resolved"),
             {Texts::tr("Rejected")}},
            {u"recruiting"_s,
             Texts::tr("Recruiting"),
             {Texts::tr("Response"), Texts::tr("Interview"), Texts::tr("Test assignment"), Texts::tr("Offer")},
             Texts::tr("Hired"),
             {Texts::tr("Declined"), Texts::tr("In reserve")}}};
}

void createStages(ChangeSet &changes, const Value &type, const StageTemplate &names, const QString &place)
{
    const auto uidOf = [&place](QStringView kind, const QString &code) {
        return place.isEmpty() ? makeUid() : derivedUid(kind, place + u'/' + code);
    };
    const QUuid pipeline = changes.create(
        u"pipeline"_s,
        {{u"entity_type"_s, type}, {u"code"_s, u"general"_s}, {u"position"_s, qint64(1)}, {u"is_default"_s, true}},
        uidOf(u"pipeline", u"general"_s));
    qint64 position = 0;
    const auto add = [&](const QString &code, const QString &name, const QString &colour, StageGroup group) {
        changes.create(u"stage"_s,
                       {{u"pipeline"_s, QVariant::fromValue(pipeline)},
                        {u"code"_s, code},
                        {u"name"_s, textValue(name)},
                        {u"colour"_s, colour},
                        {u"stage_group"_s, stageGroupName(group)},
                        {u"position"_s, ++position}},
                       uidOf(u"stage", u"general/"_s + code));
    };
    for (qsizetype i = 0; i < names.inProgress.size(); ++i) {
        const QString code = i == 0 ? u"new"_s : i == 1 ? u"in_progress"_s : u"step_%1"_s.arg(i + 1);
        add(code, names.inProgress[i], StageColours::inProgress(i), StageGroup::InProgress);
    }
    add(u"won"_s, names.won, StageColours::won, StageGroup::Won);
    for (qsizetype i = 0; i < names.lost.size(); ++i)
        add(i == 0 ? u"lost"_s : u"lost_%1"_s.arg(i + 1), names.lost[i], StageColours::lost, StageGroup::Lost);
}

} // namespace Kartoteka
