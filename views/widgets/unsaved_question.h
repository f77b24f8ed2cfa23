// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace Kartoteka {

/// What is to become of changes that are not saved: they are saved, dropped, or the person stays.
enum class UnsavedAnswer { Save, Discard, Stay };

/// Asks that. @p title names what has the changes.
UnsavedAnswer askAboutUnsaved(const QString &title, QWidget *parent);
/// The same of what is no card: a dialog or a small form.
UnsavedAnswer askAboutTyped(const QString &title, QWidget *parent);
/// The same of a draft. @p question names it, @p save what is done with it.
UnsavedAnswer askAboutDraft(const QString &question, const QString &save, QWidget *parent);

} // namespace Kartoteka
