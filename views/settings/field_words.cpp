// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/field_words.h"

#include "core/base/texts.h"
#include "core/schema/builtin_names.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString fieldKindName(FieldType type)
{
    switch (type) {
    case FieldType::String: return Texts::tr("Single-line text");
    case FieldType::Text: return Texts::tr("Long text");
    case FieldType::Integer: return Texts::tr("Whole number");
    case FieldType::Number: return Texts::tr("Number");
    case FieldType::Money: return Texts::tr("Money");
    case FieldType::Boolean: return Texts::tr("Yes or no");
    case FieldType::Date: return Texts::tr("Date");
    case FieldType::DateTime: return Texts::tr("Date and time");
    case FieldType::List: return Texts::tr("List");
    case FieldType::Link: return Texts::tr("Link to a card");
    case FieldType::User: return Texts::tr("User");
    case FieldType::File: return Texts::tr("File");
    case FieldType::Url: return Texts::tr("Web address");
    case FieldType::Address: return Texts::tr("Postal address");
    case FieldType::Phone: return Texts::tr("Phone");
    case FieldType::Email: return Texts::tr("E-mail");
    case FieldType::Tags: return Texts::tr("Tags");
    case FieldType::Pipeline: return Texts::tr("Pipeline");
    case FieldType::Stage: return Texts::tr("Stage");
    }
    return {};
}

QString fieldNote(const Field &field)
{
    QStringList said{fieldKindName(field.type)};
    if (field.multiple)
        said << Texts::tr("several", "values of a field");
    if (field.required)
        said << Texts::tr("required", "field");
    if (field.uniqueness == u"refuse")
        said << Texts::tr("unique", "field");
    return said.join(u" · "_s);
}

} // namespace Kartoteka
