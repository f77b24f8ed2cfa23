// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Codes of the fields that the program itself knows, in whatever type they stand. The code of such a field is its role:
/// what has the code `amount` is the amount, also in a type that the office made.
namespace Kartoteka::Codes {

inline const QString title = QStringLiteral("title");
inline const QString pipeline = QStringLiteral("pipeline");
inline const QString stage = QStringLiteral("stage");
inline const QString amount = QStringLiteral("amount");
inline const QString probability = QStringLiteral("probability");
inline const QString responsible = QStringLiteral("responsible");
inline const QString observers = QStringLiteral("observers");
inline const QString clientContact = QStringLiteral("client_contact");
inline const QString clientCompany = QStringLiteral("client_company");
inline const QString outcomeReason = QStringLiteral("outcome_reason");
inline const QString outcomeComment = QStringLiteral("outcome_comment");
inline const QString comment = QStringLiteral("comment");
inline const QString tags = QStringLiteral("tags");
inline const QString createdAt = QStringLiteral("created_at");
inline const QString createdBy = QStringLiteral("created_by");
inline const QString modifiedAt = QStringLiteral("modified_at");
inline const QString modifiedBy = QStringLiteral("modified_by");
inline const QString stageChangedAt = QStringLiteral("stage_changed_at");
inline const QString closedAt = QStringLiteral("closed_at");
inline const QString repeat = QStringLiteral("repeat");

inline const QString phone = QStringLiteral("phone");
inline const QString email = QStringLiteral("email");
inline const QString website = QStringLiteral("website");
inline const QString messenger = QStringLiteral("messenger");
inline const QString address = QStringLiteral("address");
inline const QString source = QStringLiteral("source");
inline const QString sourceDetails = QStringLiteral("source_details");

inline const QString honorific = QStringLiteral("honorific");
inline const QString lastName = QStringLiteral("last_name");
inline const QString firstName = QStringLiteral("first_name");
inline const QString middleName = QStringLiteral("middle_name");
inline const QString birthDate = QStringLiteral("birth_date");
inline const QString position = QStringLiteral("position");
inline const QString companyTitle = QStringLiteral("company_title");
inline const QString companies = QStringLiteral("companies");
inline const QString industry = QStringLiteral("industry");

inline const QString deadline = QStringLiteral("deadline"); ///< an activity's

} // namespace Kartoteka::Codes
