import { AppError } from '../../shared/errors.ts';
import type { Person, Role } from '../../shared/records/record-kind.ts';
import type { DemoStaff } from './demo-types.ts';

/**
 * Invented people, at least one in every role (`permissions.json`). Whoever works in a unit is also its employee, which
 * is what lets a manager follow a report about another unit; three have their board-wide role alone.
 */
export const demoStaff: readonly DemoStaff[] = [
  person(1, 'karin', 'Karin Sandelin', [['qualityCoordinator'], ['employee', 'boardOffice']]),
  person(2, 'larsErik', 'Lars-Erik Holmqvist', [['boardOffice']]),
  person(3, 'petra', 'Petra Nyholm', [['boardOffice'], ['unitManager', 'boardOffice'], ['employee', 'boardOffice']]),
  person(4, 'yasmin', 'Yasmin Haddad', [['feedbackOfficer'], ['employee', 'medborgarservice']]),
  person(5, 'ulrika', 'Ulrika Stenmark', [['misconductInvestigator'], ['employee', 'boardOffice']]),
  person(6, 'gunnar', 'Gunnar Ekroth', [['medicalOfficer'], ['employee', 'elderlyCare']]),
  person(7, 'olle', 'Olle Brandt', [['examiner']]),
  person(8, 'mirja', 'Mirja Koskinen', [['admin']]),

  person(11, 'helena', 'Helena Forsgren', [
    ['departmentHead', 'preschool'],
    ['employee', 'preschool'],
  ]),
  person(12, 'tomas', 'Tomas Lindgård', [
    ['departmentHead', 'elderlyCare'],
    ['employee', 'elderlyCare'],
  ]),
  person(13, 'sofia', 'Sofia Rydell', [
    ['departmentHead', 'socialCare'],
    ['employee', 'socialCare'],
  ]),
  person(14, 'anders', 'Anders Wiklund', [
    ['departmentHead', 'community'],
    ['employee', 'community'],
  ]),
  person(15, 'eva', 'Eva Norrby', [
    ['departmentHead', 'economy'],
    ['unitManager', 'economy'],
    ['employee', 'economy'],
  ]),
  person(16, 'jonas', 'Jonas Håkanson', [
    ['departmentHead', 'hr'],
    ['unitManager', 'hr'],
    ['employee', 'hr'],
  ]),

  person(21, 'maria', 'Maria Strömvall', [
    ['unitManager', 'blasippan'],
    ['employee', 'blasippan'],
  ]),
  person(22, 'ingrid', 'Ingrid Falkenström', [
    ['unitManager', 'tallkotten'],
    ['employee', 'tallkotten'],
  ]),
  person(23, 'annika', 'Annika Berglund', [
    ['unitManager', 'ekliden'],
    ['employee', 'ekliden'],
  ]),
  person(24, 'daniel', 'Daniel Åkerström', [
    ['unitManager', 'hemtjanst'],
    ['employee', 'hemtjanst'],
  ]),
  person(25, 'birgitta', 'Birgitta Sjölander', [
    ['unitManager', 'solrosen'],
    ['employee', 'solrosen'],
  ]),
  person(26, 'nadia', 'Nadia Rahimi', [
    ['unitManager', 'bestallare'],
    ['employee', 'bestallare'],
  ]),
  person(27, 'kerstin', 'Kerstin Vallgren', [
    ['unitManager', 'bjorkbacka'],
    ['employee', 'bjorkbacka'],
  ]),
  person(28, 'peter', 'Peter Hallonsten', [
    ['unitManager', 'barnUnga'],
    ['employee', 'barnUnga'],
  ]),
  person(29, 'camilla', 'Camilla Thorell', [
    ['unitManager', 'vuxen'],
    ['employee', 'vuxen'],
  ]),
  person(30, 'mikael', 'Mikael Östman', [
    ['unitManager', 'bistand'],
    ['employee', 'bistand'],
  ]),
  person(31, 'lena', 'Lena Karlberg', [
    ['unitManager', 'vinkeln'],
    ['employee', 'vinkeln'],
  ]),
  person(32, 'fredrik', 'Fredrik Ahlin', [
    ['unitManager', 'medborgarservice'],
    ['employee', 'medborgarservice'],
  ]),
  person(33, 'susanne', 'Susanne Modig', [
    ['unitManager', 'internService'],
    ['employee', 'internService'],
  ]),

  person(41, 'sara', 'Sara Lundvall', [['employee', 'blasippan']]),
  person(42, 'emil', 'Emil Westerdahl', [['employee', 'blasippan']]),
  person(43, 'hanna', 'Hanna Bjurman', [['employee', 'tallkotten']]),
  person(44, 'farid', 'Farid Azizi', [['employee', 'tallkotten']]),
  person(45, 'amina', 'Amina Yusuf', [['employee', 'ekliden']]),
  person(46, 'johan', 'Johan Sköldebrand', [['employee', 'ekliden']]),
  person(47, 'elif', 'Elif Demir', [['employee', 'hemtjanst']]),
  person(48, 'viktor', 'Viktor Norling', [['employee', 'hemtjanst']]),
  person(49, 'brittMarie', 'Britt-Marie Olander', [['employee', 'solrosen']]),
  person(50, 'oskar', 'Oskar Fjellström', [['employee', 'bestallare']]),
  person(51, 'zeinab', 'Zeinab Omar', [['employee', 'bjorkbacka']]),
  person(52, 'linnea', 'Linnéa Grahn', [['employee', 'barnUnga']]),
  person(53, 'adam', 'Adam Wallenius', [['employee', 'barnUnga']]),
  person(54, 'patrik', 'Patrik Sundin', [['employee', 'vuxen']]),
  person(55, 'rosita', 'Rosita Alvarez', [['employee', 'bistand']]),
  person(56, 'kim', 'Kim Lehto', [['employee', 'vinkeln']]),
  person(57, 'maja', 'Maja Thulin', [['employee', 'vinkeln']]),
  person(58, 'david', 'David Nordell', [['employee', 'internService']]),
  person(59, 'agneta', 'Agneta Roosberg', [['employee', 'economy']]),
  person(60, 'malin', 'Malin Tegnér', [['employee', 'hr']]),
  person(61, 'torsten', 'Torsten Hultberg', [['employee', 'boardOffice']]),
];

function person(
  number: number,
  key: string,
  name: string,
  roles: readonly (readonly [role: Role, unit?: string])[],
): DemoStaff {
  return {
    key,
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name,
    roles: roles.map(([role, unit]) => (unit === undefined ? { role } : { role, unit })),
  };
}

/** Somebody of the demo board as a record names them. */
export function personOf(key: string): Person {
  const found = demoStaff.find((one) => one.key === key);
  if (found === undefined) throw new AppError('unexpected', { demoPerson: key });
  return { id: found.id, name: found.name };
}
