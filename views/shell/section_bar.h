// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter_model.h"

#include <QKeySequence>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace Kartoteka {

class FilterBar;

/// The one bar over a section: its name and pipeline, how it is shown, the search with its filter, what was found, what else
/// can be done, and the button that makes a new one.
class SectionBar final : public QWidget
{
    Q_OBJECT
public:
    /// @p views: object name, words, icon and key of each way to show the section; one is none to choose.
    struct ViewName
    {
        QString name;
        QString text;
        QString icon;
        QKeySequence key;
    };
    SectionBar(FilterModel &filter, const EntityType &type, const QList<ViewName> &views, QWidget *parent);

    FilterBar *filterBar() const { return m_filterBar; }
    QToolButton *gear() const { return m_gear; }
    void setTitle(const QString &title);
    void setView(int index);
    void setPipelines(const QList<Pipeline> &pipelines, qint64 current);
    /// How many were found, and their sums where they are known.
    void setFound(const QString &count, const QString &sums, const QString &tip);
    void setBin(bool shown);

signals:
    void viewChosen(int index);
    void pipelineChosen(qint64 id);
    void createWanted();
    void importWanted();
    void exportWanted();
    void binWanted(bool shown);
    void gearWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSegments(const QList<ViewName> &views);
    QToolButton *makeMore(const EntityType &type);
    bool isNarrow() const;
    void showFound();

    QLabel *m_title;
    QComboBox *m_pipelines;
    QList<QToolButton *> m_segments;
    FilterBar *m_filterBar;
    QLabel *m_found;
    QString m_count;
    QString m_sums;
    QToolButton *m_gear;
    QAction *m_bin = nullptr;
    QPushButton *m_create;
};

} // namespace Kartoteka
