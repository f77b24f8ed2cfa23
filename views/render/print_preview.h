// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/render/print_document.h"
#include "views/widgets/walked_dialog.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPrinter;
class QPrintPreviewWidget;
class QVBoxLayout;

namespace Kartoteka {

/// Shows a document as it will be on paper; prints it, or writes it as PDF.
class PrintPreview final : public WalkedDialog
{
    Q_OBJECT
public:
    PrintPreview(const QString &title, QWidget *parent);
    ~PrintPreview() override;

    /// What is shown and printed from now on.
    void setDocument(const PrintDocument &document);
    /// The row above the pages, for choices of what is printed; they stand before those of the paper.
    QHBoxLayout *choices() const { return m_choices; }
    /// How many pages it has on the paper that is chosen.
    int pageCount() const;

signals:
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    void addPaper();
    void addFoot(QVBoxLayout &layout);
    void choosePaper();
    void step(int pages);
    void showPlace();
    void print();
    void save();

    PrintDocument m_document;
    std::unique_ptr<QPrinter> m_paper; ///< on which the pages are shown
    QPrintPreviewWidget *m_pages;
    QHBoxLayout *m_choices;
    QComboBox *m_size = nullptr;
    QComboBox *m_turn = nullptr;
    QLabel *m_place = nullptr;
};

} // namespace Kartoteka
