-- sv: En rad per fokusområde eller målgrupp i kodboken som ett mål eller en aktivitet nämner; den som inte nämner någon känd står en gång för vart slag, utan kod. Steg i en aktivitet är inte med.
-- en: One row a focus area or target group of the codebook that a goal or an activity names; one that names none that is known stands once for each kind, without a code. Steps of an activity are left out.
WITH stated AS (
    SELECT 'goal' AS kind, goal_id AS id, document_id, horizon, text, focus_area_code, target_group_code, doubt
    FROM goals
    UNION ALL
    SELECT 'activity', activity_id, document_id, NULL, text, focus_area_code, target_group_code, doubt
    FROM activities
    WHERE parent_id IS NULL
), coded AS (
    SELECT 'focus_area' AS code_kind, focus_area_code AS codes, * EXCLUDE (focus_area_code, target_group_code)
    FROM stated
    UNION ALL
    SELECT 'target_group', target_group_code, * EXCLUDE (focus_area_code, target_group_code) FROM stated
), parted AS (
    SELECT * EXCLUDE (codes), nullif(unnest(string_split(coalesce(codes, ''), ';')), '') AS code FROM coded
)
SELECT p.code_kind, p.code, b.name_sv, b.name_en, p.kind, p.id, p.horizon, p.text, p.doubt, p.document_id
FROM parted p
JOIN documents_named d USING (document_id)
LEFT JOIN codebook b ON b.code_kind = p.code_kind AND b.code = p.code
