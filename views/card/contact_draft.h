// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "views/card/reach.h"

#include <QFrame>
#include <QPointer>

#include <optional>

class QLabel;
class QLineEdit;

namespace Kartoteka {

/// A strip over the timeline after somebody was called or written to: what came of it becomes an entry once it is saved. Until
/// then nothing of it is in the file.
class ContactDraft final : public QFrame
{
    Q_OBJECT
public:
    explicit ContactDraft(QWidget *parent = nullptr);

    void begin(const ReachTarget &target);
    bool isBegun() const { return m_target.has_value(); }
    void discard();
    /// Something is typed that is not saved.
    bool hasUnsaved() const;
    /// What came of it as an entry that was done.
    ActivityDraft noted() const;

signals:
    void noteWanted(const Kartoteka::ActivityDraft &done); ///< it is to be kept
    void planWanted();                                     ///< … and the next step planned

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void note();

    std::optional<ReachTarget> m_target;
    QLabel *m_what;
    QPointer<QWidget> m_before; ///< had the focus
    QLineEdit *m_result;
};

} // namespace Kartoteka
