// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filter/filter_model.h"

#include <QKeySequence>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace Kartoteka {

class ElidedLabel;
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

    /// Opens the choice of pipelines.
    static QKeySequence pipelineKey() { return {Qt::CTRL | Qt::SHIFT | Qt::Key_P}; }
    FilterBar *filterBar() const { return m_filterBar; }
    QToolButton *gear() const { return m_gear; }
    void setTitle(const QString &title);
    void setView(int index);
    void setPipelines(const QList<Pipeline> &pipelines, qint64 current);
    /// How many were found, and their sums where they are known.
    void setFound(const QString &count, const QString &sums, const QString &tip);
    void setBin(bool shown);
    QSize minimumSizeHint() const override;

signals:
    void viewChosen(int index);
    void pipelineChosen(qint64 id);
    /// @p typeId: of another section; 0: of this one.
    void createWanted(qint64 typeId);
    void importWanted();
    void exportWanted();
    void binWanted(bool shown);
    void gearWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSegments(const QList<ViewName> &views);
    QToolButton *makeMore(const EntityType &type);
    QWidget *makeCreate(const EntityType &type);
    void showCreateMenu();
    void giveWay();
    void showStep(int step);
    int needed(int step) const;
    QString sumsText() const;
    void showViews();

    ElidedLabel *m_title;
    QComboBox *m_pipelines;
    QWidget *m_ways; ///< to show the section: the segments
    QList<QToolButton *> m_segments;
    QToolButton *m_views; ///< the same as one button with a menu
    QString m_createText;
    /// Of what can be shown with words or as a picture alone.
    struct Widths
    {
        int withWords = 0;
        int bare = 0;
    };
    Widths m_waysWidths;
    Widths m_createWidths;
    int m_step = -1;
    FilterBar *m_filterBar;
    FilterModel &m_filter;
    QLabel *m_found;
    QString m_count;
    QString m_sums;
    QToolButton *m_gear;
    QAction *m_bin = nullptr;
    QPushButton *m_create;
    QPushButton *m_createOther; ///< opens a menu of all that can be made
};

} // namespace Kartoteka
