-- Grain: none
-- Key: none
-- Retention: none
-- The deliveries stand in core.casework_change now, with the registers of all other systems.
DROP VIEW IF EXISTS core.police_delivery_history
