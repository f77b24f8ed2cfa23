// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/activity_kind.h"
#include "core/schema/value.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Kartoteka {

enum class FieldType {
    String,
    Text,
    Integer,
    Number,
    Money,
    Boolean,
    Date,
    DateTime,
    List,
    Link,
    User,
    File,
    Url,
    Address,
    Phone,
    Email,
    Tags,
    Pipeline,
    Stage,
};

QString fieldTypeName(FieldType type);
std::optional<FieldType> fieldTypeFromName(const QString &name);

/// True for types whose members are texts with labels (phone, e-mail, URL) or tags.
bool holdsTexts(FieldType type);
/// True for types whose value names another record.
bool holdsReference(FieldType type);
/// True for those of them whose text is not among the definitions: an item's title, an attached file's name.
bool hasTitle(FieldType type);

struct Field
{
    qint64 id = 0;
    QUuid uid;
    qint64 typeId = 0; ///< the entity type it belongs to
    QString code;      ///< for scripts, unique in the type
    QString name;      ///< given by the office; empty: the program's own name for the code
    FieldType type = FieldType::String;
    bool multiple = false;
    bool required = false; ///< always required
    bool indexed = false;  ///< sorts and filters by an index
    bool system = false;
    bool editable = true;     ///< false: kept by the program (created at …)
    bool significant = false; ///< a change shows in the timeline
    QString column;           ///< physical column, also the field's name in the journal
    QString target;           ///< code of the entity type a link leads to; empty: any
    qint64 valuesFrom = 0;    ///< of a list: the field whose choices it offers; 0: it has its own
    qint64 section = 0;       ///< card section; 0: not on the card
    int position = 0;
    bool hidden = false;     ///< deleted: nobody sees it, its column and values stay
    QString defaultValue;    ///< what a new item has, as a person writes it; "today", "today+3", "me" are worked out then
    QString uniqueness;      ///< of two items with one value: "" nobody minds, "warn", "refuse"
    QString help;            ///< shown where the field is filled in
    bool asTab = false;      ///< of a link: a tab on the cards it leads to
    QStringList formerCodes; ///< codes it had: conditions, imports and scripts may go on using them

    bool operator==(const Field &) const = default;
};

struct EntityType
{
    qint64 id = 0;
    QUuid uid;
    QString code;
    QString name;   ///< empty: the program's own name for the code
    QString plural; ///< of many items; empty: as the name, or the program's own
    QString table;
    QString icon;
    QString colour;       ///< #rrggbb; empty: none of its own
    QString titlePattern; ///< title of an item that got none; "{number}" stands for its number; empty: the program's own
    bool listed = true;   ///< has a section of its own in the window
    int position = 0;
    bool isItem = true; ///< has cards, boards, lists; an activity has not
    bool hasStages = false;
    bool hasPipelines = false;
    bool hasClient = false;
    bool hasProducts = false;
    bool hasActivities = false;
    QStringList convertsTo; ///< codes of the types that conversion can make of it
    bool hidden = false;    ///< deleted: nobody sees it, its table stays

    bool operator==(const EntityType &) const = default;
};

enum class StageGroup { InProgress, Won, Lost };
QString stageGroupName(StageGroup group);

struct Pipeline
{
    qint64 id = 0;
    QUuid uid;
    qint64 typeId = 0;
    QString code;
    QString name;
    int position = 0;
    bool isDefault = false;

    bool operator==(const Pipeline &) const = default;
};

struct Stage
{
    qint64 id = 0;
    QUuid uid;
    qint64 pipeline = 0;
    QString code;
    QString name;
    QString colour; ///< #rrggbb
    StageGroup group = StageGroup::InProgress;
    int position = 0;
    std::optional<int> probability; ///< per cent, given to an item that comes here; none: it keeps its own

    bool operator==(const Stage &) const = default;
};

/// A field that must not be empty from one stage of a pipeline on.
struct StageRule
{
    qint64 id = 0;
    QUuid uid;
    qint64 field = 0;
    qint64 pipeline = 0;
    qint64 firstStage = 0;
    qint64 lastStage = 0;

    bool operator==(const StageRule &) const = default;
};

/// A named group of fields on the card.
struct Section
{
    qint64 id = 0;
    QUuid uid;
    qint64 typeId = 0;
    QString code;
    QString name;
    int position = 0;

    bool operator==(const Section &) const = default;
};

/// One choice of a list field, or of several that share it.
struct ListValue
{
    qint64 id = 0;
    QUuid uid;
    qint64 field = 0; ///< whose dictionary it stands in
    QString code;
    QString name;
    QString colour;
    int position = 0;

    bool operator==(const ListValue &) const = default;
};

struct User
{
    qint64 id = 0;
    QUuid uid;
    QString login;
    QString name;
    bool active = true;
    qint64 department = 0; ///< 0: none
    QString job;           ///< what the person is in the office
    QString phone;
    QString email;
    QDate absentFrom; ///< first and last day away; invalid: not away
    QDate absentUntil;

    bool operator==(const User &) const = default;
};

struct Department
{
    qint64 id = 0;
    QUuid uid;
    QString name;
    qint64 parent = 0; ///< 0: the top
    qint64 head = 0;   ///< user; 0: nobody
    int position = 0;

    bool operator==(const Department &) const = default;
};

/// A currency that the office works with besides its base currency.
struct Currency
{
    qint64 id = 0;
    QUuid uid;
    QString code; ///< ISO 4217
    int position = 0;

    bool operator==(const Currency &) const = default;
};

/// A day that is not as its weekday is.
struct CalendarDay
{
    enum class Kind { Off, Work, Short };

    qint64 id = 0;
    QUuid uid;
    QDate day;
    Kind kind = Kind::Off;
    QString name;

    bool operator==(const CalendarDay &) const = default;
};

/// On reaching a stage an item makes another one, linked to it.
struct Tunnel
{
    qint64 id = 0;
    QUuid uid;
    qint64 fromStage = 0;
    qint64 toPipeline = 0;
    qint64 toStage = 0; ///< 0: the pipeline's first

    bool operator==(const Tunnel &) const = default;
};

/// All that is defined in the file, as of one moment: an immutable value that threads share.
class Schema
{
public:
    struct Content
    {
        QList<EntityType> types;
        QList<Field> fields;
        QList<Pipeline> pipelines;
        QList<Stage> stages;
        QList<StageRule> stageRules;
        QList<Section> sections;
        QList<ListValue> listValues;
        QList<User> users;
        QList<Department> departments;
        QList<Currency> currencies;
        QList<CalendarDay> calendarDays;
        QList<Tunnel> tunnels;
        QList<ActivityKind> activityKinds;
        QHash<QString, QString> settings;
    };

    /// Lists are expected in order of position.
    explicit Schema(Content content);

    const QList<EntityType> &types() const { return m_content.types; }
    /// With the hidden ones, for what keeps their values: the store.
    QList<EntityType> allTypes() const { return m_content.types + m_hiddenTypes; }
    const EntityType *type(qint64 id) const;
    const EntityType *type(const QString &code) const;

    const QList<Field> &fields(qint64 typeId) const;
    QList<Field> hiddenFields(qint64 typeId) const;
    /// Also a hidden one.
    const Field *field(qint64 id) const;
    const Field *field(qint64 typeId, const QString &code) const;

    QList<Pipeline> pipelines(qint64 typeId) const;
    const Pipeline *pipeline(qint64 id) const;
    const Pipeline *defaultPipeline(qint64 typeId) const;

    /// In order of the bar: in progress, won, lost.
    QList<Stage> stages(qint64 pipelineId) const;
    const Stage *stage(qint64 id) const;
    const Stage *firstStage(qint64 pipelineId) const;
    const Stage *wonStage(qint64 pipelineId) const;

    const QList<StageRule> &stageRules() const { return m_content.stageRules; }
    /// Fields that an item must have to stand in a stage: those always required and those by rules, in order of position.
    /// @p stageId 0: only those always required.
    QList<Field> requiredFields(qint64 typeId, qint64 stageId) const;

    QList<Section> sections(qint64 typeId) const;
    /// The field whose choices a list field offers: itself, or the one it shares them with.
    qint64 dictionary(qint64 fieldId) const;
    /// The choices of a list field, be they its own or those of its dictionary.
    QList<ListValue> listValues(qint64 fieldId) const;
    const ListValue *listValue(qint64 id) const;

    const QList<User> &users() const { return m_content.users; }
    const User *user(qint64 id) const;
    const QList<Department> &departments() const { return m_content.departments; }
    const QList<Currency> &currencies() const { return m_content.currencies; }
    /// In order of the days.
    const QList<CalendarDay> &calendarDays() const { return m_content.calendarDays; }
    const QList<Tunnel> &tunnels() const { return m_content.tunnels; }
    const QList<ActivityKind> &activityKinds() const { return m_content.activityKinds; }

    /// A setting of the office (settings.h), or what holds while it is not set.
    QString setting(const QString &code) const;
    QString baseCurrency() const { return setting(QStringLiteral("currency")); }
    QString phoneRegion() const { return setting(QStringLiteral("phone_region")); }

private:
    Content m_content; ///< its types are those that are seen, its fields all
    QList<EntityType> m_hiddenTypes;
    QHash<qint64, qsizetype> m_typeById;
    QHash<QString, qsizetype> m_typeByCode;
    QHash<qint64, QList<Field>> m_fieldsByType;
    QHash<qint64, qsizetype> m_fieldById;
    QHash<qint64, qsizetype> m_stageById;
    QHash<qint64, qsizetype> m_listValueById;
    QHash<qint64, qsizetype> m_userById;
};

/// Shared because readers on several threads hold it while the writer replaces it.
using SchemaPtr = std::shared_ptr<const Schema>;

} // namespace Kartoteka
