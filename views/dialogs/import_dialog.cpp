// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/import_dialog.h"

#include "core/pipeline/tunnels.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/dialogs/unknown_names_table.h"
#include "views/fields/members_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/background.h"
#include "views/widgets/cell_field.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/plain_table.h"
#include "views/widgets/tip_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

namespace Kartoteka {

namespace {

constexpr int sampleColumn = 2;
constexpr int shownSamples = 3;

/// What a row of the mapping's combo box stands for.
QString choiceOf(const ColumnMapping &column)
{
    return column.isCurrency     ? u"currency"_s
        : column.isFullName      ? u"full_name"_s
        : column.label.isEmpty() ? column.field
                                 : column.field + u'/' + column.label;
}

} // namespace

ImportDialog::ImportDialog(const Store &store, qint64 typeId, const ImportPreview &preview, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_typeId(typeId), m_preview(preview)
{
    setWindowTitle(tr("Import: %1").arg(pluralName(*store.schema()->type(typeId))));
    resize(dialogSize(*parent, {960, 760}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(QFileInfo(preview.path).fileName(), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);

    auto *settings = new QHBoxLayout;
    settings->setSpacing(Space::m);
    const auto addCombo = [&](const QString &label, const QString &name) {
        auto *column = new QVBoxLayout;
        column->setSpacing(Space::xs);
        auto *caption = new QLabel(label, this);
        caption->setProperty("muted", true);
        caption->setFont(Theme::small(font()));
        auto *combo = new QComboBox(this);
        combo->setObjectName(name);
        combo->setAccessibleName(label);
        column->addWidget(caption);
        column->addWidget(combo);
        settings->addLayout(column);
        return combo;
    };
    m_encoding = addCombo(tr("Encoding"), u"importEncoding"_s);
    for (const TextEncoding encoding : textEncodings())
        m_encoding->addItem(encodingName(encoding), int(encoding));
    m_encoding->setCurrentIndex(m_encoding->findData(int(preview.dialect.encoding)));
    m_delimiter = addCombo(tr("Columns are separated by"), u"importDelimiter"_s);
    m_delimiter->addItem(tr("semicolon ;"), QChar(u';'));
    m_delimiter->addItem(tr("comma ,"), QChar(u','));
    m_delimiter->addItem(tr("tab"), QChar(u'\t'));
    m_delimiter->addItem(tr("bar |"), QChar(u'|'));
    if (m_delimiter->findData(preview.dialect.delimiter) < 0)
        m_delimiter->addItem(preview.dialect.delimiter, preview.dialect.delimiter);
    m_delimiter->setCurrentIndex(m_delimiter->findData(preview.dialect.delimiter));
    m_dates = addCombo(tr("01/02/2026 is"), u"importDates"_s);
    m_dates->addItem(tr("as in the file"));
    m_dates->addItem(tr("1 February"), true);
    m_dates->addItem(tr("2 January"), false);
    m_duplicates = addCombo(tr("Phone or e-mail already exists"), u"importDuplicates"_s);
    m_duplicates->addItem(tr("skip the row"), int(DuplicatePolicy::Skip)); // doubles are made only by choice
    m_duplicates->addItem(tr("fill in empty fields of the existing card"), int(DuplicatePolicy::Merge));
    m_duplicates->addItem(tr("import anyway"), int(DuplicatePolicy::Create));
    settings->addStretch(1);
    layout->addLayout(settings);

    m_table = makePlainTable({tr("Column in the file"), tr("Field"), tr("First values")}, this);
    m_table->setObjectName(u"importMapping"_s);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Space::xl);
    m_table->horizontalHeader()->setSectionResizeMode(sampleColumn, QHeaderView::Stretch);
    layout->addWidget(m_table, 1);
    m_unknownTitle = new QLabel(tr("What is in the file and not here yet"), this);
    m_unknownTitle->setFont(Theme::strong(font()));
    layout->addWidget(m_unknownTitle);
    m_unknown = new UnknownNamesTable(this);
    m_unknown->setObjectName(u"importUnknown"_s);
    m_unknown->setVisible(false);
    layout->addWidget(m_unknown);

    m_makeAll = new QPushButton(this);
    m_makeAll->setObjectName(u"importMakeAll"_s);
    m_makeAll->setAutoDefault(false);
    m_makeAll->setVisible(false);
    layout->addWidget(m_makeAll, 0, Qt::AlignLeft);
    connect(m_makeAll, &QPushButton::clicked, m_unknown, &UnknownNamesTable::makeUndecided);
    connect(m_unknown, &UnknownNamesTable::chosen, this, &ImportDialog::showState);

    m_tunnels = new QCheckBox(tr("Run the tunnels of the stages"), this);
    m_tunnels->setObjectName(u"importTunnels"_s);
    m_tunnels->setVisible(hasTunnels(*store.schema(), typeId));
    layout->addWidget(m_tunnels);
    auto *bottom = new QHBoxLayout;
    m_state = new QLabel(this);
    m_state->setObjectName(u"importState"_s);
    m_state->setProperty("muted", true);
    bottom->addWidget(m_state, 1);
    m_import = addDialogButtons(this, bottom, tr("Import"), u"importAccept"_s);
    layout->addLayout(bottom);
    connect(m_encoding, &QComboBox::activated, this, &ImportDialog::rereadWithDialect);
    connect(m_delimiter, &QComboBox::activated, this, &ImportDialog::rereadWithDialect);
    fillTable();
}

ImportDialog::~ImportDialog()
{
    m_looking.cancel();
    for (QThread *thread : findChildren<QThread *>())
        thread->wait();
}

/// Looks through the whole file beside the window for names that the office has not.
void ImportDialog::survey()
{
    m_looking.cancel();
    m_looking = CancelToken();
    m_isLookedThrough = false;
    showState();
    runInBackground(
        this,
        [schema = m_store.schema(), typeId = m_typeId, preview = m_preview, token = m_looking] {
            return surveyImport(*schema, typeId, preview, token);
        },
        [this, token = m_looking](const Result<ImportSurvey> &survey) {
            if (token.isCancelled())
                return;
            m_isLookedThrough = true;
            m_unknown->show(*m_store.schema(), m_typeId, survey ? survey->unknown : QList<UnknownName>());
            showState();
        });
}

void ImportDialog::fillTable()
{
    const SchemaPtr schema = m_store.schema();
    m_table->setRowCount(int(m_preview.columns.size()));
    for (int row = 0; row < m_preview.columns.size(); ++row) {
        auto *header = new QTableWidgetItem(m_preview.columns[row].header);
        header->setToolTip(m_preview.columns[row].reason);
        m_table->setItem(row, 0, header);
        auto *field = new QComboBox(m_table);
        field->setObjectName(u"mapping_%1"_s.arg(row));
        field->setAccessibleName(m_preview.columns[row].header);
        field->addItem(tr("— skip —"), QString());
        if (schema->field(m_typeId, Codes::lastName))
            field->addItem(tr("Full name, split"), u"full_name"_s);
        for (const Field &one : schema->fields(m_typeId)) {
            if (one.type == FieldType::File
                || (!one.editable && one.type != FieldType::DateTime && one.type != FieldType::User
                    && one.type != FieldType::Pipeline))
                continue;
            field->addItem(displayName(one), one.code);
            if (one.type == FieldType::Phone || one.type == FieldType::Email) {
                for (const QString &label : {u"work"_s, u"mobile"_s, u"home"_s, u"other"_s})
                    field->addItem(tr("%1: %2").arg(displayName(one), labelText(label)), QString(one.code + u'/' + label));
            }
            if (one.type == FieldType::Money && one.code == Codes::amount)
                field->addItem(tr("Currency of the amount"), u"currency"_s);
        }
        field->setCurrentIndex(qMax(0, field->findData(choiceOf(m_preview.columns[row]))));
        connect(field, &QComboBox::activated, this, [this, row, field] {
            const QString choice = field->currentData().toString();
            ColumnMapping &column = m_preview.columns[row];
            column.isCurrency = choice == u"currency";
            column.isFullName = choice == u"full_name";
            column.field = column.isCurrency || column.isFullName ? QString() : choice.section(u'/', 0, 0);
            column.label = choice.section(u'/', 1);
            column.reason.clear();
            showWhetherTaken(row, field);
            survey();
        });
        setCellField(*m_table, row, 1, field);
        showWhetherTaken(row, field);
        QStringList samples;
        for (const CsvRecord &record : std::as_const(m_preview.sample)) {
            const QString text = record.fields.value(row).simplified();
            if (!text.isEmpty() && samples.size() < shownSamples)
                samples << text;
        }
        auto *sample = new QTableWidgetItem(samples.join(u"  ·  "_s));
        sample->setForeground(Theme::of(palette()).colour(ColourRole::Muted));
        sample->setToolTip(samples.join(u'\n'));
        m_table->setItem(row, sampleColumn, sample);
    }
    m_table->setColumnWidth(0, scaled(220, fontMetrics()));
    m_table->setColumnWidth(1, scaled(260, fontMetrics()));
    survey();
}

/// A column that is left out stands back.
void ImportDialog::showWhetherTaken(int row, const QComboBox *field)
{
    const bool taken = !field->currentData().toString().isEmpty();
    m_table->item(row, 0)->setForeground(Theme::of(palette()).colour(taken ? ColourRole::Text : ColourRole::Muted));
    m_table->item(row, 0)->setFont(taken ? Theme::strong(font()) : font());
}

void ImportDialog::showState()
{
    const auto mapped = std::count_if(m_preview.columns.begin(), m_preview.columns.end(),
                                      [](const ColumnMapping &c) { return c.isUsed(); });
    m_state->setText(tr("%1 of %2 columns matched · %3 KB")
                         .arg(mapped)
                         .arg(m_preview.columns.size())
                         .arg(QLocale().toString(m_preview.size / 1024 + 1))
                     + (m_isLookedThrough ? QString() : u" · "_s + tr("reading the file…")));
    m_unknownTitle->setVisible(m_unknown->rowCount() > 0);
    const int undecided = m_unknown->undecided();
    m_makeAll->setText(tr("Create all not chosen: %1").arg(undecided));
    m_makeAll->setVisible(undecided > 0);
    m_import->setEnabled(m_preview.isMapped() && m_isLookedThrough && undecided == 0);
    m_import->setToolTip(!m_preview.isMapped() ? tr("Match at least one column to a field")
                             : undecided > 0   ? tr("First choose what the unknown stages become")
                                               : QString());
}

void ImportDialog::rereadWithDialect()
{
    const ReadingChoice choice{TextEncoding(m_encoding->currentData().toInt()), m_delimiter->currentData().toChar()};
    auto preview = previewImport(*m_store.schema(), m_typeId, m_preview.path, choice);
    if (!preview) {
        m_state->setText(preview.error().message);
        m_import->setEnabled(false);
        return;
    }
    m_preview = *preview;
    fillTable();
}

ImportOptions ImportDialog::options() const
{
    ImportOptions options;
    options.typeId = m_typeId;
    options.preview = m_preview;
    if (m_dates->currentData().isValid())
        options.dayFirst = m_dates->currentData().toBool();
    options.choices = m_unknown->choices();
    options.runTunnels = m_tunnels->isChecked();
    options.duplicates = DuplicatePolicy(m_duplicates->currentData().toInt());
    return options;
}

QString importSummary(const ImportReport &report)
{
    QStringList parts{
        ImportDialog::tr("Imported: %1 of %2").arg(QLocale().toString(report.imported), QLocale().toString(report.read))};
    if (report.updated > 0)
        parts << ImportDialog::tr("completed: %1").arg(report.updated);
    if (report.tunnelled > 0)
        parts << ImportDialog::tr("created by tunnels: %1").arg(report.tunnelled);
    if (report.skipped > 0)
        parts << ImportDialog::tr("left out: %1").arg(report.skipped);
    if (!report.rejected.isEmpty())
        parts << ImportDialog::tr("rejected: %1").arg(report.rejectedRows);
    if (!report.warnings.isEmpty())
        parts << ImportDialog::tr("warnings: %1").arg(report.warnings.size());
    if (report.cancelled)
        parts << ImportDialog::tr("stopped by you");
    return parts.join(u", "_s);
}

ImportReportDialog::ImportReportDialog(const ImportReport &report, QWidget *parent) : WalkedDialog(parent)
{
    setWindowTitle(tr("Import"));
    resize(dialogSize(*parent, {760, 480}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *summary = new QLabel(importSummary(report), this);
    summary->setFont(Theme::title(font()));
    summary->setWordWrap(true);
    layout->addWidget(summary);
    QTableWidget *table = makePlainTable({tr("Row"), tr("Column"), QString(), tr("Reason")}, this);
    table->setObjectName(u"importProblems"_s);
    table->setFocusPolicy(Qt::StrongFocus); // it scrolls by keys
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    const auto add = [&](const ImportProblem &problem, bool rejected) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(QString::number(problem.row)));
        table->setItem(row, 1, new QTableWidgetItem(problem.column.isEmpty() ? tr("whole row") : problem.column));
        table->item(row, 1)->setToolTip(tipText({problem.column}));
        auto *kind = new QTableWidgetItem(rejected ? tr("rejected") : tr("warning"));
        kind->setForeground(Theme::of(palette()).colour(rejected ? ColourRole::Danger : ColourRole::Warning));
        table->setItem(row, 2, kind);
        auto *reason = new QTableWidgetItem(problem.reason);
        reason->setToolTip(problem.reason);
        table->setItem(row, 3, reason);
    };
    for (const ImportProblem &problem : report.rejected)
        add(problem, true);
    for (const ImportProblem &problem : report.warnings)
        add(problem, false);
    constexpr int widestName = 240; // of a column of the file
    table->resizeColumnToContents(0);
    table->resizeColumnToContents(1);
    table->setColumnWidth(1, qMin(table->columnWidth(1), scaled(widestName, fontMetrics())));
    layout->addWidget(table, 1);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *saveButton = buttons->addButton(tr("Save as a file…"), QDialogButtonBox::ActionRole);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    makePrimary(close);
    close->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(saveButton, &QPushButton::clicked, this, [this, report] {
        const QString path = askForFile(
            this, {FileQuestion::Kind::Save, tr("Save the rejected rows"), tr("CSV (*.csv)"), tr("import-problems.csv")});
        if (path.isEmpty())
            return;
        if (auto done = writeProblems(path, report); !done)
            AskDialog::tell(this, tr("“%1” was not written").arg(QFileInfo(path).fileName()), done.error());
    });
}

} // namespace Kartoteka
