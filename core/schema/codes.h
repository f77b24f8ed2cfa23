// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Codes of the fields that the program itself knows, in whatever type they stand.
namespace Kartoteka::Codes {

inline const QString title = QStringLiteral("title");
inline const QString pipeline = QStringLiteral("pipeline");
inline const QString stage = QStringLiteral("stage");
inline const QString amount = QStringLiteral("amount");
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
inline const QString phone = QStringLiteral("phone");
inline const QString email = QStringLiteral("email");
inline const QString repeat = QStringLiteral("repeat");

} // namespace Kartoteka::Codes
