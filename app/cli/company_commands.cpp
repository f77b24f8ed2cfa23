// SPDX-License-Identifier: GPL-3.0-or-later
// The company that the office is.
#include "app/cli/definitions.h"

#include "core/items/attachments.h"
#include "core/items/own_company.h"

namespace Kartoteka::Cli {

namespace {

Result<ChangeSet> planProperty(const ReadContext &context, const QString &name, const QString &value)
{
    if (name == u"name")
        return planCompanyName(context, value);
    if (name == u"tax_id")
        return planCompanyTaxId(context, value);
    if (name == u"logo")
        return planCompanyLogo(context, value);
    return Error::usage(
        Texts::tr("The company has no property “%1”; it has name, tax_id and logo. All else is on its card.").arg(name));
}

int runCompany(const Session &session)
{
    auto done = takeProperties(session, 0, [&](const QString &name, const QString &value) {
        return commit(session, planProperty(session.reader(), name, value));
    });
    if (!done)
        return session.output.fail(done.error());
    auto company = readOwnCompany(session.reader());
    if (!company)
        return session.output.fail(company.error());
    if (!*company) {
        session.output.line(Texts::tr("No company is set."));
        session.output.document(QJsonObject());
        return 0;
    }
    auto logo = (*company)->logo == 0 ? Result<Attachment>(Attachment())
                                      : readAttachment(session.reader(), (*company)->logo);
    const QString picture = logo ? logo->name : QString();
    session.output.table({Texts::tr("Name"), Texts::tr("Tax ID"), Texts::tr("Logo")},
                         {{(*company)->name, (*company)->taxId, picture}});
    session.output.document(QJsonObject{{u"name"_s, (*company)->name},
                                        {u"tax_id"_s, (*company)->taxId},
                                        {u"logo"_s, picture},
                                        {u"company"_s, session.number((*company)->item.ref())}});
    return 0;
}

} // namespace

QList<Verb> companyVerbs()
{
    return {{u"company"_s,
             u"[name=NAME] [tax_id=ID] [logo=FILE]"_s,
             0,
             -1,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "show or say which company the office is"),
             runCompany}};
}

} // namespace Kartoteka::Cli
