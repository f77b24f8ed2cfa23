// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/own_company.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/items/item_defaults.h"
#include "core/items/item_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/client_codes.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "core/store/record/record_identity.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString settingCode = u"own_company"_s;
const QString logoCode = u"logo"_s;

void setCompany(ChangeSet &changes, const QUuid &uid)
{
    changes.create(u"setting"_s, {{u"code"_s, settingCode}, {u"value"_s, uid.isNull() ? QString() : uidText(uid)}},
                   derivedUid(u"setting", settingCode));
}

Result<OwnCompany> known(const ReadContext &context)
{
    auto company = readOwnCompany(context);
    if (!company)
        return company.error();
    if (!*company)
        return Error{ErrorCode::Refused, Texts::tr("Enter the company's name first."), {}, u"name"_s};
    return **company;
}

} // namespace

Result<std::optional<OwnCompany>> readOwnCompany(const ReadContext &context)
{
    using Found = std::optional<OwnCompany>;
    const QUuid uid = uidFromText(context.schema->setting(settingCode));
    const EntityType *type = context.schema->type(typeOf(*context.schema, TypeRole::Organisation));
    if (uid.isNull() || !type)
        return Found();
    const qint64 id = RecordIdentity(context.connection, *context.catalog).idOf(type->code, uid);
    if (id == 0)
        return Found();
    auto item = readItem(context, {type->id, id, {}});
    if (!item)
        return item.error();
    if (item->deleted)
        return Found();
    OwnCompany company{*item, item->text(Codes::title), item->text(Codes::taxId)};
    if (const Field *logo = context.schema->field(type->id, logoCode))
        company.logo = filesIn(*logo, item->value(logoCode)).value(0);
    return Found(company);
}

Result<ChangeSet> planCompanyName(const ReadContext &context, const QString &typed)
{
    const QString name = typed.simplified();
    ChangeSet changes = ChangeSet::of(ActKinds::settings, name);
    if (name.isEmpty()) {
        setCompany(changes, {});
        return changes;
    }
    const EntityType *type = context.schema->type(typeOf(*context.schema, TypeRole::Organisation));
    if (!type)
        return Error{ErrorCode::NotFound, Texts::tr("This file has no companies."), {}, u"name"_s};
    auto same = findByTitle(context, type->id, name, 1);
    if (!same)
        return same.error();
    auto company = readOwnCompany(context);
    if (!company)
        return company.error();
    if (!same->isEmpty()) {
        auto other = readItem(context, {type->id, same->constFirst(), {}});
        if (!other)
            return other.error();
        if (!*company || (*company)->item.id != other->id) {
            setCompany(changes, other->uid);
            return changes;
        }
    }
    if (*company) {
        changes.changes = planEdit(*context.schema, (*company)->item, {{Codes::title, name}}).changes;
        return changes;
    }
    const QUuid uid = derivedUid(u"item", settingCode);
    changes.create(type->code,
                   newItemColumns(*context.schema, type->id, {{Codes::title, name}}, {0, context.clock->localNow()}), uid);
    setCompany(changes, uid);
    return changes;
}

Result<ChangeSet> planCompanyTaxId(const ReadContext &context, const QString &taxId)
{
    auto company = known(context);
    if (!company)
        return company.error();
    ChangeSet changes = ChangeSet::of(ActKinds::settings, company->name);
    changes.changes = planEdit(*context.schema, company->item, {{Codes::taxId, textValue(taxId.simplified())}}).changes;
    return changes;
}

Result<ChangeSet> planCompanyLogo(const ReadContext &context, const QString &path)
{
    auto company = known(context);
    if (!company)
        return company.error();
    const Field *field = context.schema->field(company->item.typeId, logoCode);
    if (!field)
        return Error{ErrorCode::NotFound, Texts::tr("There is no field “%1”.").arg(logoCode), {}, u"logo"_s};
    const qint64 now = context.clock->now();
    Result<ChangeSet> changes = ChangeSet();
    if (!path.isEmpty()) {
        changes = planHold(*context.schema, company->item, *field, path, now);
    } else if (company->logo != 0) {
        auto file = readAttachment(context, company->logo);
        if (!file)
            return file.error();
        changes = planLetGo(*context.schema, company->item, *field, *file, now);
    }
    if (changes) {
        changes->kind = ActKinds::settings;
        changes->subject = company->name;
    }
    return changes;
}

} // namespace Kartoteka
