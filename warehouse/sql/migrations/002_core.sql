-- Conformed rows: what the sources say now.
CREATE DATABASE IF NOT EXISTS core
